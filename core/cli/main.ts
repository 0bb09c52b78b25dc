import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { dataFolder, fillSample, restoreTo, runningHost, tryOpen, type OpenProblem } from '../compose.ts';
import { uuidv7 } from '../kernel/id.ts';
import { accept, refuse } from '../kernel/outcome.ts';
import { EXIT } from './exit-codes.ts';
import { runCli } from './run.ts';
import { localTarget, remoteTarget, type CannotOpenView, type Surroundings } from './target.ts';

const around: Surroundings = {
  open: async (data) => {
    const dataDir = dataFolder(data);
    const running = await runningHost(dataDir);
    if (running !== undefined) return accept(remoteTarget(running));
    const opened = await tryOpen({ dataDir, host: 'cli', sample: 'never' });
    if (opened.ok) return accept(localTarget(opened.value.dispatcher, opened.value.close));
    // A host may have come up in between: then it is the one to ask.
    const late = await runningHost(dataDir);
    return late === undefined ? refuse(viewOf(opened.refusal)) : accept(remoteTarget(late));
  },
  restore: (file, newPath) => restoreTo(path.resolve(file), path.resolve(newPath)),
  sample: async (data, options, progress) => {
    const made = await fillSample(dataFolder(data), options, progress);
    if (made.ok) return made;
    return refuse(typeof made.refusal === 'string' ? made.refusal : viewOf(made.refusal));
  },
  newId: () => uuidv7(Date.now(), randomBytes(10)),
  stdin: () => text(process.stdin),
  out: (words) => void process.stdout.write(words),
  say: (words) => void process.stderr.write(`${words}\n`),
};

function viewOf(problem: OpenProblem): CannotOpenView {
  if ('restore' in problem) return problem;
  return { sentence: problem.sentence, backups: [], restore: null };
}

// A reader such as `head` may hang up first; that is no fault of anybody.
process.stdout.on('error', () => process.exit(EXIT.ok));
try {
  process.exitCode = await runCli(process.argv.slice(2), around);
} catch (error) {
  const what = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`Something went wrong inside Laneway (${what}). Please report it.\n`);
  process.exitCode = EXIT.fault;
}
