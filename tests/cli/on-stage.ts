import { runCli } from '../../core/cli/run.ts';
import { localTarget } from '../../core/cli/target.ts';
import { englishWords, instancePlanner } from '../../core/compose.ts';
import { accept, refuse } from '../../core/kernel/outcome.ts';
import type { TestLaneway } from '../builders/laneway.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** Runs the CLI on a real database; `files` are the disk. */
export async function cliOn(laneway: TestLaneway, argv: readonly string[], files: Map<string, string>): Promise<Said> {
  let [out, said] = ['', ''];
  const code = await runCli(argv, {
    open: async (_data, who) => accept(localTarget(laneway.laneway, async () => {}, who)),
    restore: async () => refuse('not here'),
    sample: async () => refuse('not here'),
    rebuild: async () => refuse('not here'),
    read: async (file) => {
      const text = files.get(file);
      return text === undefined ? refuse(`${file} cannot be read.`) : accept(text);
    },
    create: async (file) => {
      if (files.has(file)) return refuse(`${file} is there already. Name a new file.`);
      const write = async (text: string): Promise<void> => {
        if (file === '-') out += text;
        else files.set(file, (files.get(file) ?? '') + text);
      };
      return accept({ write, close: async () => {} });
    },
    replace: async () => refuse('no file'),
    planner: instancePlanner,
    words: englishWords,
    newId: () => laneway.ids.next(),
    stdin: async () => '',
    out: (text) => void (out += text),
    say: (text) => void (said += `${text}\n`),
  });
  return { code, out, said };
}
