import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostics } from '../../application/ports/surroundings.ts';
import type { Instant } from '../../domain/time/instant.ts';

const LONGEST_TEXT = 300;

export interface RotatingLogOptions {
  /** The newest file; older ones get .1, .2 ... behind their name. */
  readonly file: string;
  readonly now: () => Instant;
  /** 1 MB when left out. */
  readonly bytes?: number;
  /** Files in all; 5 when left out. */
  readonly files?: number;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(file: string, files: number): void {
  const name = (number: number): string => (number === 0 ? file : `${file}.${number}`);
  rmSync(name(files - 1), { force: true });
  for (let number = files - 2; number >= 0; number -= 1) {
    if (sizeOf(name(number)) > 0) renameSync(name(number), name(number + 1));
  }
}

/** Cuts long texts, so that no one fact floods the log. */
function short(facts: Readonly<Record<string, string | number | boolean>>): Record<string, string | number | boolean> {
  const pairs = Object.entries(facts).map(([name, value]) => {
    return [name, typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value] as const;
  });
  return Object.fromEntries(pairs);
}

/** Diagnostics as JSON lines in a few small files. A log that cannot be written must not stop the work: it never throws. */
export function createRotatingLog(options: RotatingLogOptions): Diagnostics {
  const { file, now, bytes = 1_000_000, files = 5 } = options;
  return {
    note(level, what, facts) {
      const at = new Date(now()).toISOString();
      const line = `${JSON.stringify({ at, level, what, ...short(facts) })}\n`;
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        if (sizeOf(file) + Buffer.byteLength(line) > bytes) rotate(file, files);
        appendFileSync(file, line);
      } catch {
        // Nowhere left to tell it.
      }
    },
  };
}
