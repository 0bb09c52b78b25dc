import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Receipt } from '../contract/envelope.ts';
import type { ChangeEvent } from '../contract/events.ts';
import type { HostKind } from '../contract/host-kind.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Instant } from '../domain/time/instant.ts';
import { loadAlternatives } from './alternatives.ts';
import { mergeScopes } from './change-scope.ts';
import { admit, execute, type Admitted, type Executed } from './execute.ts';
import type { Store } from './ports/store.ts';
import { remembering } from './remembering.ts';
import type { Surroundings } from './ports/surroundings.ts';
import type { SceneMaker } from './scene.ts';
import type { UseCases } from './use-case.ts';

/** A command as it arrives: its name and its unparsed envelope. */
export interface Submission {
  readonly name: string;
  readonly input: unknown;
  /** The moment at which it counts as sent: for sample data and imports, which bring their own clock. */
  readonly at?: Instant;
}

export type Submitted = Outcome<Receipt, Refusal>;

/** The only writer. Hosts, undo, import and sample data all come through here. */
export interface Submit {
  one(submission: Submission, caller: { readonly host: HostKind }): Promise<Submitted>;
  /**
   * All in one transaction and one change event. Each is judged in turn on what the ones before it left; a refused one
   * changes nothing and does not stop the others. No alternatives are looked for.
   */
  many(submissions: readonly Submission[], caller: { readonly host: HostKind }): Promise<readonly Submitted[]>;
}

export function createSubmit(parts: {
  readonly store: Store;
  readonly surroundings: Surroundings;
  readonly scenes: SceneMaker;
  readonly useCases: UseCases;
  readonly publish: (event: ChangeEvent) => void;
}): Submit {
  const { store, surroundings, scenes, useCases, publish } = parts;
  const admitOne = (submission: Submission): Outcome<Admitted, Refusal> =>
    admit(submission.name, submission.input, surroundings);
  const sceneOf = (admitted: Admitted, submission: Submission, host: HostKind) =>
    scenes({
      host,
      acceptCautions: admitted.acceptCautions,
      ...(submission.at === undefined ? {} : { now: submission.at }),
    });
  return {
    async one(submission, { host }) {
      const admitted = admitOne(submission);
      if (!admitted.ok) return admitted;
      const scene = sceneOf(admitted.value, submission, host);
      const done = await store.write((tx) => execute(remembering(tx), admitted.value, scene, useCases));
      if (done.ok) {
        if (done.value.event !== null) publish(done.value.event);
        return accept(done.value.receipt);
      }
      if (done.refusal.kind !== 'blocked') return done;
      // Outside the transaction: whoever waits to write does not wait for a search.
      const alternatives = await loadAlternatives(store.read, scene, admitted.value);
      return refuse({ ...done.refusal, alternatives });
    },

    async many(submissions, { host }) {
      const outcomes = await store.write(async (plain) => {
        const tx = remembering(plain);
        const answers: Outcome<Executed, Refusal>[] = [];
        for (const submission of submissions) {
          const admitted = admitOne(submission);
          answers.push(
            admitted.ok
              ? await execute(tx, admitted.value, sceneOf(admitted.value, submission, host), useCases)
              : admitted,
          );
        }
        return answers;
      });
      const events = outcomes.flatMap((one) => (one.ok && one.value.event !== null ? [one.value.event] : []));
      const merged = mergeEvents(events);
      if (merged !== null) publish(merged);
      return outcomes.map((one) => (one.ok ? accept(one.value.receipt) : one));
    },
  };
}

/** One event for a batch, under the name of its last command. */
function mergeEvents(events: readonly ChangeEvent[]): ChangeEvent | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  const rows = new Map(events.flatMap((event) => event.touched).map((row) => [`${row.entity} ${row.id}`, row]));
  return { ...last, touched: [...rows.values()], ...mergeScopes(events) };
}
