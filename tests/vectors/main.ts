import { readFileSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import { missOf } from './check-vector.ts';
import { readVector, type Vector } from './forms.ts';

/**
 * `npm run vectors -- FILE...`: runs files of expected instants (recurrence, dst, series edits) through the product's
 * own series engine. Prints passed / total and each miss. A file of the folder that is no list of vectors is named and
 * counted as such. Exit code 0: all passed; 1: a miss, or nothing was checked in all files or in an empty list; 2: a file
 * cannot be read, or has a vector of none of the three forms.
 */
const files = process.argv.slice(2);
if (files.length === 0) fail('Name one or more files of vectors: npm run vectors -- FILE...');

const readable = files.map((file) => ({ file, vectors: read(file) }));
let missed = 0;
let total = 0;
let empty = 0;
for (const { file, vectors } of readable) {
  if (vectors === null) {
    process.stdout.write(`${file}: not a vector file\n`);
    continue;
  }
  if (vectors.length === 0) {
    empty += 1;
    process.stdout.write(`${file}: an empty list, nothing was checked\n`);
    continue;
  }
  const misses = vectors.flatMap((one) => {
    const miss = missOf(one);
    return miss === null ? [] : [`  ${one.vector.id} (${one.vector.tz}): ${miss}`];
  });
  missed += misses.length;
  total += vectors.length;
  process.stdout.write(`${file}: ${vectors.length - misses.length} / ${vectors.length} passed\n`);
  for (const line of misses) process.stdout.write(`${line}\n`);
}
const others = readable.filter(({ vectors }) => vectors === null).length;
const counted = others === 0 ? '' : `; ${others} not ${others === 1 ? 'a vector file' : 'vector files'}`;
if (files.length > 1) process.stdout.write(`All: ${total - missed} / ${total} passed${counted}\n`);
if (total === 0) process.stdout.write('Nothing was checked.\n');
process.exitCode = missed === 0 && empty === 0 && total > 0 ? 0 : 1;

/** Null for a file that is JSON but no list: a folder of vectors may hold notes about them. */
function read(file: string): readonly Vector[] | null {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(list) ? list.map(readVector) : null;
  } catch (error) {
    return fail(`Cannot read ${file}: ${sentenceOf(error)}`);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).split('\n').join(' ');
  return error instanceof Error ? error.message : String(error);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
