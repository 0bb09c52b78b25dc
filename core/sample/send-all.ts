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

/** Sends many in one transaction; answers which were accepted, in order. */
export type SendMany = (batch: readonly SampleSubmission[]) => Promise<readonly { readonly ok: boolean }[]>;

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
  for (let from = 0; from < commands.length; from += BATCH) {
    const batch = commands.slice(from, from + BATCH).map(({ at, name, args, why }, offset) => {
      const id = tools.idOf(at, from + offset);
      return { name, at, input: { id, args, acceptCautions: true, ...(why === '' ? {} : { why }) } };
    });
    const answers = await tools.send(batch);
    accepted += answers.filter((answer) => answer.ok).length;
    tools.progress(Math.min(from + BATCH, commands.length), commands.length);
  }
  return accepted;
}
