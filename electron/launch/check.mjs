// `npm run check`: format, types, lint, architecture. All four run even when an early one fails, so that one run tells all.
import { runTool, say } from './run.mjs';

/** The gates in the order they run. Each answers an exit code. */
export const gates = [
  { name: 'format', run: () => runTool('oxfmt', 'oxfmt', ['--check']) },
  // --force: incremental builds of TypeScript 7 keep stale errors after a global declaration was added.
  // Two rooms at a time with one checker each: more checkers would look at the shared types again, each for itself.
  { name: 'types', run: () => runTool('typescript', 'tsc', ['-b', '--force', '--builders', '2', '--checkers', '1']) },
  { name: 'lint', run: () => runTool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']) },
];

/** Runs the gates; answers the names of those that failed. */
export function failedGates() {
  return gates
    .filter((gate) => {
      say(`Checking ${gate.name}.`);
      return gate.run() !== 0;
    })
    .map((gate) => gate.name);
}

export function check() {
  const failed = failedGates();
  say('Checking architecture.');
  if (runTool('vitest', 'vitest', ['run', 'tests/architecture']) !== 0) failed.push('architecture');
  say(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

export function format(words) {
  return runTool('oxfmt', 'oxfmt', words);
}
