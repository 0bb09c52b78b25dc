import { randomBytes } from 'node:crypto';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import {
  dataFolder,
  englishWords,
  fillSample,
  instancePlanner,
  rebuildTo,
  restoreTo,
  runningHost,
  tryOpen,
  type OpenProblem,
} from '../compose.ts';
import { uuidv7 } from '../kernel/id.ts';
import { accept, refuse } from '../kernel/outcome.ts';
import { EXIT } from './exit-codes.ts';
import { runCli } from './run.ts';
import { localTarget, remoteTarget, type CannotOpenView, type Surroundings } from './target.ts';

/** Half of it is held as text, half as commands. */
const LARGEST_FILE = 64 * 1024 * 1024;
const CLOSE_FIRST = 'Laneway runs on this data. Close it first: --as and --org-id open the database itself.';

const around: Surroundings = {
  open: async (data, who) => {
    const dataDir = dataFolder(data);
    const named = who.actor !== undefined || who.organizationId !== undefined;
    const running = await runningHost(dataDir);
    // The host that runs vouches for its own user alone.
    if (running !== undefined && named) return refuse({ sentence: CLOSE_FIRST, backups: [], restore: null });
    if (running !== undefined) return accept(remoteTarget(running));
    const opened = await tryOpen({ dataDir, host: 'cli', sample: 'never' });
    if (opened.ok) return accept(localTarget(opened.value.dispatcher, opened.value.close, who));
    // A host may have come up in between: then it is the one to ask.
    const late = await runningHost(dataDir);
    return late === undefined || named ? refuse(viewOf(opened.refusal)) : accept(remoteTarget(late));
  },
  restore: (file, newPath) => restoreTo(path.resolve(file), path.resolve(newPath)),
  sample: async (data, options, progress) => {
    const made = await fillSample(dataFolder(data), options, progress);
    if (made.ok) return made;
    return refuse(typeof made.refusal === 'string' ? made.refusal : viewOf(made.refusal));
  },
  rebuild: (data, newPath, progress) => rebuildTo(dataFolder(data), path.resolve(newPath), progress),
  read: async (file) => {
    if (file === '-') return accept(await text(process.stdin));
    try {
      const { size } = await stat(file);
      if (size > LARGEST_FILE) return refuse(`${file} is larger than 64 MiB. Cut it into pieces.`);
      return accept(await readFile(file, 'utf8'));
    } catch {
      return refuse(`${file} cannot be read.`);
    }
  },
  create: async (file) => {
    if (file === '-')
      return accept({ write: async (words) => void process.stdout.write(words), close: async () => {} });
    try {
      const opened = await open(file, 'wx');
      return accept({ write: (words) => opened.writeFile(words), close: () => opened.close() });
    } catch (error) {
      const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      return refuse(there ? `${file} is there already. Name a new file.` : `${file} cannot be written.`);
    }
  },
  replace: async (file, words, may) => {
    if (file === '-') {
      process.stdout.write(words);
      return accept(undefined);
    }
    const old = await readFile(file, 'utf8').catch(() => '');
    if (old !== '' && !may(old)) return refuse(`${file} is there already and is something else. Name a new file.`);
    try {
      await writeFile(file, words);
      return accept(undefined);
    } catch {
      return refuse(`${file} cannot be written.`);
    }
  },
  planner: instancePlanner,
  words: englishWords,
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
