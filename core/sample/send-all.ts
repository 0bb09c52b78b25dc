import type { UserId } from '../domain/organization/actor.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { TimedCommand } from './timed-command.ts';

/** A command as the writer takes it, with the moment of the simulated clock. */
export interface SampleSubmission {
  readonly name: string;
  readonly input: {
    readonly id: string;
    readonly args: unknown;
    readonly why?: string;
    readonly acceptCautions: boolean;
  };
  readonly at: Instant;
}

/** Sends many in one transaction, as the user or (null) as whoever writes the sample; answers which were accepted, in order. */
export type SendMany = (
  batch: readonly SampleSubmission[],
  by: UserId | null,
) => Promise<readonly { readonly ok: boolean }[]>;

const BATCH = 250;

/** Writes the sample through the same commands as everybody, some hundred to a transaction. Answers how many were accepted. */
export async function sendAll(
  commands: readonly TimedCommand[],
  tools: {
    readonly send: SendMany;
    /** The same id for the same command, so that the same day gives the same database. */
    readonly idOf: (at: Instant, index: number) => string;
    readonly progress: (done: number, total: number) => void;
  },
): Promise<number> {
  let accepted = 0;
  for (let from = 0, to = 0; from < commands.length; from = to) {
    to = endOfBatch(commands, from);
    const batch = commands.slice(from, to).map(({ at, name, args, why }, offset) => {
      const id = tools.idOf(at, from + offset);
      return { name, at, input: { id, args, acceptCautions: true, ...(why === '' ? {} : { why }) } };
    });
    const answers = await tools.send(batch, commands[from]?.by ?? null);
    accepted += answers.filter((answer) => answer.ok).length;
    tools.progress(to, commands.length);
  }
  return accepted;
}

/** Where the batch that begins at `from` ends: it is one user's. */
function endOfBatch(commands: readonly TimedCommand[], from: number): number {
  const other = commands.findIndex((one, index) => index > from && one.by !== commands[from]?.by);
  return Math.min(from + BATCH, other < 0 ? commands.length : other);
}
