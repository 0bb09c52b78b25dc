import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { line, playwrightTotals, sum, vitestTotals } from '../../../electron/launch/totals.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-totals-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, report: object): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('the totals of a run', () => {
  it('come from the report of vitest', () => {
    const counts = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 };
    const failed = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
    expect(vitestTotals(written('a.json', { ...counts, testResults: [failed] }))).toEqual({
      passed: 7,
      failed: 1,
      skipped: 2,
    });
  });
  it('count a file that breaks before its tests', () => {
    const counts = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    const broken = { status: 'failed', assertionResults: [] };
    expect(vitestTotals(written('b.json', { ...counts, testResults: [broken] }))).toEqual({
      passed: 7,
      failed: 1,
      skipped: 0,
    });
  });
  it('come from the report of Playwright, broken files included', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 1 };
    expect(playwrightTotals(written('c.json', { stats, errors: [] }))).toEqual({ passed: 3, failed: 1, skipped: 1 });
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(playwrightTotals(written('d.json', { stats: none, errors: [{}] }))).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
  it('are absent without a report', () => {
    expect(vitestTotals(path.join(folder, 'none.json'))).toBeUndefined();
  });
  it('end in one line', () => {
    expect(
      line(
        sum([
          { passed: 3, failed: 0, skipped: 0 },
          { passed: 2, failed: 1, skipped: 0 },
        ]),
      ),
    ).toBe('5 passed, 1 failed');
    expect(line({ passed: 5, failed: 0, skipped: 2 })).toBe('5 passed, 0 failed, 2 skipped');
  });
});
