import { readFileSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import { missOf } from './check-vector.ts';
import { readVector, type Vector } from './forms.ts';

/**
 * `npm run vectors -- FILE...`: runs files of expected instants (recurrence, dst, series edits) through the product's
 * own series engine. Prints passed / total and each miss. Exit code 0: all passed; 1: a miss; 2: a file cannot be read.
 */
const files = process.argv.slice(2);
if (files.length === 0) fail('Name one or more files of vectors: npm run vectors -- FILE...');

const readable = files.map((file) => ({ file, vectors: read(file) }));
let missed = 0;
for (const { file, vectors } of readable) {
  const misses = vectors.flatMap((one) => {
    const miss = missOf(one);
    return miss === null ? [] : [`  ${one.vector.id} (${one.vector.tz}): ${miss}`];
  });
  missed += misses.length;
  process.stdout.write(`${file}: ${vectors.length - misses.length} / ${vectors.length} passed\n`);
  for (const line of misses) process.stdout.write(`${line}\n`);
}
const total = readable.reduce((sum, { vectors }) => sum + vectors.length, 0);
if (files.length > 1) process.stdout.write(`All: ${total - missed} / ${total} passed\n`);
process.exitCode = missed === 0 ? 0 : 1;

function read(file: string): readonly Vector[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(list)) throw new Error('is no list of vectors');
    return list.map(readVector);
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
