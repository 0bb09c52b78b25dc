import type { Surroundings, Target } from '../../core/cli/target.ts';
import { runCli } from '../../core/cli/run.ts';
import { instancePlanner } from '../../core/compose.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import { accept } from '../../core/kernel/outcome.ts';

const SOUND = { ok: true, checks: [] };

export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly said: string;
  readonly calls: readonly (readonly [kind: string, name: string, input: unknown])[];
  readonly closed: boolean;
}

/** Runs the CLI in small: a target that answers as told, a fixed id, text in place of stdin. */
export async function cli(
  argv: readonly string[],
  answer: Reply,
  more: Partial<Surroundings> = {},
  events: readonly LanewayEvent[] = [],
): Promise<Heard> {
  const files: Record<string, string> = {};
  const listeners = new Set<(event: LanewayEvent) => void>();
  const calls: [string, string, unknown][] = [];
  let out = '';
  let said = '';
  let closed = false;
  const target: Target = {
    call: async (kind, name, input) => {
      calls.push([kind, name, input]);
      for (const event of events) for (const listener of listeners) listener(event);
      return answer;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
    },
    largest: 1_000_000,
  };
  const code = await runCli(argv, {
    open: async () => accept(target),
    restore: async (_file, newPath) => accept({ path: newPath }),
    sample: async () => accept({ commands: 3 }),
    rebuild: async (_data, newPath) => accept({ path: newPath, commands: 4, differences: [], report: SOUND }),
    read: async (file) => accept(files[file] ?? ''),
    create: async (file) => {
      files[file] = '';
      const write = async (text: string): Promise<void> => void (files[file] += text);
      return accept({ write, close: async () => {} });
    },
    replace: async (file, text) => accept(void (files[file] = text)),
    planner: instancePlanner,
    words: (phrase) => phrase.key,
    newId: () => 'new-id',
    stdin: async () => '{"from":"stdin"}',
    out: (text) => void (out += text),
    say: (text) => void (said += `${text}\n`),
    ...more,
  });
  return { code, out, said, calls, closed };
}

export const done: Reply = { ok: true, value: { sequence: 1 } };
export const refused: Reply = {
  ok: false,
  error: { kind: 'invalid-input', problems: [{ field: 'end', reason: 'must be after the start' }] },
  message: 'end must be after the start. Correct it and try again.',
};
export const failed: Reply = {
  ok: false,
  error: { kind: 'fault', code: 'disk-full', retryable: true },
  message: 'The disk is full.',
};
