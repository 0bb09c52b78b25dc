import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What one line of a mission document asks for, and how the project answers. */
export interface MissionRow {
  readonly document: string;
  readonly lines: readonly number[];
  readonly key: string;
  /** In this project's words. */
  readonly asks: string;
  readonly shown: Shown;
}

export type Shown =
  | { readonly by: 'test'; readonly path: string; readonly title: string }
  | { readonly by: 'later'; readonly room: string };

/** One document's part of the table. */
export interface MissionDocument {
  readonly name: string;
  readonly length: number;
  /** Lines that ask for nothing. */
  readonly plain: readonly number[];
  readonly rows: readonly MissionRow[];
}

export const DOCUMENTS = ['000', '001', '002', '003', '004'] as const;

export function readDocument(name: string): MissionDocument {
  return parseDocument(name, readFileSync(path.join(import.meta.dirname, `document-${name}.txt`), 'utf8'));
}

/** Throws with the line where the table is not written as it must be. */
export function parseDocument(name: string, text: string): MissionDocument {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const value = (word: string): string =>
    lines.find((line) => line.startsWith(`${word}:`))?.slice(word.length + 1) ?? '';
  const rows = lines.filter((line) => !/^(length|plain):/.test(line)).map((line) => rowOf(name, line));
  return { name, length: Number(value('length')), plain: numbersOf(value('plain')), rows };
}

function rowOf(document: string, line: string): MissionRow {
  const [lines = '', key = '', asks = '', shown = '', ...more] = line.split('|').map((cell) => cell.trim());
  if (more.length > 0 || key === '' || asks === '' || shown === '')
    throw new Error(`document ${document}: "${line}" has no four cells`);
  return { document, lines: numbersOf(lines), key, asks, shown: shownOf(document, line, shown) };
}

function shownOf(document: string, line: string, shown: string): Shown {
  const [, first = '', second = ''] = /^([^:]+): (.+)$/.exec(shown) ?? [];
  if (first === 'later') return { by: 'later', room: second };
  if (first.startsWith('tests/') && second !== '') return { by: 'test', path: first, title: second };
  throw new Error(`document ${document}: "${line}" names neither a test nor a room`);
}

/** `3, 5-7` as 3, 5, 6, 7. */
function numbersOf(text: string): readonly number[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [from = Number.NaN, to = from] = part.split('-').map(Number);
      if (!(from <= to)) throw new Error(`"${part}" is no line and no range of lines`);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
}
