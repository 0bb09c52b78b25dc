// `npm test`: equipment, checks, build, vitest, journeys; then one line with the totals. Nothing stops at the first failure.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { buildIfStale } from './build.mjs';
import { failedGates } from './check.mjs';
import { prepareEquipment } from './equipment.mjs';
import { at } from './places.mjs';
import { chromiumBinary } from './programs.mjs';
import { runTool, say } from './run.mjs';
import { line, playwrightTotals, sum, vitestTotals } from './totals.mjs';

const REPORTS = at('test-results');
const UNIT = at('test-results', 'vitest.json');
const JOURNEYS = at('test-results', 'journeys.json');
const CONFIG = 'tests/journeys/playwright.config.ts';

/** Words after `npm test --` name test files: then only those run, without checks and journeys. */
export async function test(words) {
  rmSync(UNIT, { force: true });
  rmSync(JOURNEYS, { force: true });
  mkdirSync(REPORTS, { recursive: true });
  prepareEquipment();
  const failedSteps = words.length > 0 ? [] : failedGates();
  if ((await buildIfStale()) !== 0) failedSteps.push('build');
  const all = [unit(words)];
  if (words.length === 0 && hasJourneys()) all.push(playwrightIfPossible());
  return conclude(all, failedSteps);
}

/** The slow tests (`*.long.test.ts`) alone. */
export async function testLong(words) {
  prepareEquipment();
  process.env.LANEWAY_LONG = '1';
  return (
    (await buildIfStale()) || runTool('vitest', 'vitest', ['run', ...(words.length > 0 ? words : ['.long.test.ts'])])
  );
}

/** The journeys alone; words go to Playwright. */
export async function journeys(words) {
  prepareEquipment();
  return (await buildIfStale()) || runTool('playwright', 'playwright', ['test', '--config', CONFIG, ...words]);
}

function unit(words) {
  say('Running the tests.');
  const code = runTool('vitest', 'vitest', [
    'run',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT}`,
  ]);
  return atLeastFailed(code, vitestTotals(UNIT));
}

function playwrightIfPossible() {
  if (chromiumBinary() !== undefined) return playwright([]);
  say('!!! SKIPPED: the journeys - there is no Chromium (set CHROMIUM_PATH).');
  return { passed: 0, failed: 0, skipped: 1 };
}

function playwright(words) {
  say('Running the journeys.');
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = JOURNEYS;
  const code = runTool('playwright', 'playwright', ['test', '--config', CONFIG, '--reporter=list,json', ...words]);
  return atLeastFailed(code, playwrightTotals(JOURNEYS));
}

// A runner that ended badly counts as a failure even when its report does not say so.
function atLeastFailed(code, totals = { passed: 0, failed: 0, skipped: 0 }) {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

function hasJourneys() {
  const folder = at('tests', 'journeys');
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.(journey|spec)\.ts$/.test(String(name)))
  );
}

function conclude(all, failedSteps) {
  const totals = sum([...all, { passed: 0, failed: failedSteps.length, skipped: 0 }]);
  if (failedSteps.length > 0) say(`Failed before the tests: ${failedSteps.join(', ')}.`);
  writeFileSync(at('test-results', 'total.txt'), `${line(totals)}\n`);
  process.stdout.write(`${line(totals)}\n`);
  return totals.failed === 0 ? 0 : 1;
}
