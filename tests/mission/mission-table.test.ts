import { describe, expect, it } from 'vitest';
import { LAW } from '../architecture/law.ts';
import { projectFiles } from '../architecture/project.ts';
import { faultsOf, ROOMS } from './check-table.ts';
import { DOCUMENTS, parseDocument, readDocument } from './table.ts';

const texts = new Map(projectFiles().map((file) => [file.path, file.text]));
const read = (path: string): string | undefined => texts.get(path);

describe('the mission table', () => {
  it.each(DOCUMENTS)(
    'document %s: every line is asked about, and every answer is a test that exists or a room',
    (name) => {
      expect(faultsOf(readDocument(name), read)).toEqual([]);
    },
  );

  it('has a row for everything the five documents ask', () => {
    const rows = DOCUMENTS.flatMap((name) => readDocument(name).rows);
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter((row) => row.shown.by === 'test').length).toBeGreaterThan(rows.length / 2);
  });

  it('knows the rooms of the architecture', () => {
    const isKnown = (room: string): boolean => LAW.some((article) => article.room.test(`${room}/file.ts`));
    expect(ROOMS.filter((room) => !isKnown(room))).toEqual([]);
  });
});

describe('the checker of the table', () => {
  const judged = (row: string): readonly string[] =>
    faultsOf(parseDocument('000', `length: 1\n${row}`), (path) =>
      path === 'tests/a.test.ts' ? `it('works well', () => {})` : undefined,
    );

  it('accepts a test that exists and a room', () => {
    expect(judged('1 | a | asks | tests/a.test.ts: works well')).toEqual([]);
    expect(judged('1 | a | asks | later: core/messages')).toEqual([]);
  });

  it('finds a test that is not there, or only part of its name', () => {
    expect(judged('1 | a | asks | tests/b.test.ts: works well')).toEqual(['000 a: there is no tests/b.test.ts']);
    expect(judged('1 | a | asks | tests/a.test.ts: works')).toEqual(['000 a: tests/a.test.ts has no test "works"']);
  });

  it('finds a room that is none', () => {
    expect(judged('1 | a | asks | later: core/nowhere')).toEqual([
      '000 a: core/nowhere is no room of the architecture',
    ]);
  });

  it('finds what is blank', () => {
    expect(() => judged('1 | a | asks | ')).toThrow('has no four cells');
    expect(() => judged('1 | a | asks | soon')).toThrow('neither a test nor a room');
  });

  it('finds a line of the document that nobody speaks of, a line said twice, and a key used twice', () => {
    expect(judged('2 | a | asks | later: core/messages')).toEqual([
      '000 line 1: is in no row',
      '000 line 2: is beyond the end',
    ]);
    expect(judged('plain: 1\n1 | a | asks | later: core/messages')).toEqual(['000 line 1: asks and does not']);
    const row = '1 | a | asks | later: core/messages';
    expect(judged(`${row}\n${row}`)).toEqual(['000 a: stands twice']);
  });
});
