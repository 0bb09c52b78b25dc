import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/use-world.ts';
import dst from '../fixtures/calendar/dst.json' with { type: 'json' };

const MAIN = path.join(import.meta.dirname, 'main.ts');

function run(...files: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const ran = spawnSync(process.execPath, [MAIN, ...files], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('npm run vectors', () => {
  it('prints passed / total and exits with 0 when all pass, 1 with each miss', () => {
    const folder = temporaryFolder();
    const good = path.join(folder, 'good.json');
    const bad = path.join(folder, 'bad.json');
    const [first] = dst;
    writeFileSync(good, JSON.stringify([first]));
    writeFileSync(bad, JSON.stringify([first, { ...first, id: 'wrong', utc: '2001-01-01T00:00:00Z' }]));
    expect(run(good)).toMatchObject({ code: 0, out: `${good}: 1 / 1 passed\n` });
    const missed = run(good, bad);
    expect(missed.code).toBe(1);
    expect(missed.out).toContain(`${bad}: 1 / 2 passed\n  wrong (America/New_York): `);
    expect(missed.out).toContain('All: 2 / 3 passed');
  });

  it('exits with 2 and a sentence when there is no file, none that can be read, or none of the three forms', () => {
    const folder = temporaryFolder();
    const other = path.join(folder, 'other.json');
    writeFileSync(other, '[{"id":"x"}]');
    expect(run()).toMatchObject({ code: 2 });
    expect(run(path.join(folder, 'none.json')).err).toMatch(/^Cannot read /);
    const refused = run(other);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('none of the three forms');
  });
});
