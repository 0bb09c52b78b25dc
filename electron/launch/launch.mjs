// `npm start`, `npm test` and every other script come through here. Any Node from 18 up can run it and nothing needs to be
// installed: it installs what the lock file says, then runs every tool with the pinned Node of the project.
import process from 'node:process';
import { build, buildIfStale } from './build.mjs';
import { check, format } from './check.mjs';
import { installIfStale } from './install.mjs';
import { root, typedIn } from './places.mjs';
import { runNode, say, Stop } from './run.mjs';
import { start } from './start.mjs';
import { journeys, test, testLong } from './test.mjs';

process.chdir(root);
const [task = 'start', ...rest] = process.argv.slice(2);

/** Every task gets the words after its name and answers with an exit code. */
const tasks = {
  start,
  dev: (words) => runNode('electron/launch/dev.mjs', words),
  build: () => build(),
  test,
  'test-long': testLong,
  journeys,
  check,
  format,
  // Runs where the person stands, so that the files they name are the ones they mean.
  vectors: (words) => runNode('tests/vectors/main.ts', words, { cwd: typedIn }),
  bench: (words) => built(() => runNode('tests/bench/main.ts', words)),
  'bench-planning': (words) => runNode('tests/bench/planning/main.ts', words),
  'pack-check': (words) => built(() => runNode('electron/launch/pack-check/main.mjs', words)),
  // The CLI runs where the person stands, so that the paths they type mean what they see.
  laneway: (words) => built(() => runNode('dist/host/cli.js', words, { cwd: typedIn })),
};

async function built(work) {
  return (await buildIfStale()) || work();
}

try {
  const run = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  if (run === undefined) throw new Stop(`There is no task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`);
  installIfStale();
  process.exitCode = await run(rest);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = error.code;
}
