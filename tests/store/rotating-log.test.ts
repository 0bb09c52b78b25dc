import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRotatingLog } from '../../core/store/diagnostics/rotating-log.ts';
import { at } from './sample-rows.ts';
import { temporaryFolder } from './temporary-store.ts';

describe('diagnostics log', () => {
  it('writes one JSON line a note, in a folder it makes', () => {
    const file = path.join(temporaryFolder(), 'logs', 'laneway.log');
    const log = createRotatingLog({ file, now: () => at(0) });
    log.note('info', 'opened', { schema: 1, checked: false });
    log.note('error', 'a\nb', { text: 'x'.repeat(1000) });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '2026-11-23T00:00:00.000Z',
      level: 'info',
      what: 'opened',
      schema: 1,
      checked: false,
    });
    expect(lines[1]?.length).toBeLessThan(400);
  });

  it('keeps so many files of so many bytes and drops the oldest lines', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'laneway.log');
    const log = createRotatingLog({ file, now: () => at(0), bytes: 500, files: 3 });
    for (let number = 0; number < 40; number += 1) log.note('info', 'step', { number });
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual(['laneway.log', 'laneway.log.1', 'laneway.log.2']);
    for (const name of names) expect(statSync(path.join(folder, name)).size).toBeLessThanOrEqual(500);
    expect(readFileSync(file, 'utf8')).toContain('"number":39');
    expect(names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('')).not.toContain('"number":0}');
  });

  it('does not throw when it cannot write', () => {
    const blocked = path.join(temporaryFolder(), 'file');
    writeFileSync(blocked, '');
    const log = createRotatingLog({ file: path.join(blocked, 'laneway.log'), now: () => at(0) });
    expect(() => log.note('info', 'lost', {})).not.toThrow();
  });
});
