import { asId } from '../kernel/id.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Receipt } from '../contract/envelope.ts';
import type { ChangeEvent } from '../contract/events.ts';
import type { Caller } from '../contract/dispatch.ts';
import type { ActingUser } from '../domain/organization/actor.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Instant } from '../domain/time/instant.ts';
import { loadAlternatives } from './alternatives.ts';
import { mergeScopes } from './change-scope.ts';
import type { Acting } from './acting.ts';
import { admit, execute, type Admitted, type Executed } from './execute.ts';
import type { Store, WriteTx } from './ports/store.ts';
import { remembering } from './remembering.ts';
import type { Surroundings } from './ports/surroundings.ts';
import { discreet } from './waiting/discreet.ts';
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
  one(submission: Submission, caller: Caller): Promise<Submitted>;
  /**
   * All in one transaction and one change event. Each is judged in turn on what the ones before it left; a refused one
   * changes nothing and does not stop the others. No alternatives are looked for.
   */
  many(submissions: readonly Submission[], caller: Caller): Promise<readonly Submitted[]>;
}

/** What is asked outside before a command is judged, and outside its transaction. Answers the command to execute. */
export type Prepare = (command: Admitted, actor: ActingUser, caller: Caller) => Promise<Admitted>;

/** What every way of sending commands needs. */
export interface SubmitParts {
  readonly store: Store;
  readonly surroundings: Surroundings;
  readonly scenes: SceneMaker;
  readonly acting: Acting;
  readonly useCases: UseCases;
  /** Asks outside before a single command is judged; left out, nobody is asked. A batch asks nobody: it is history. */
  readonly prepare?: Prepare;
  /** `within` says in whose organization it happened. */
  readonly publish: (event: ChangeEvent, within: OrganizationId | null) => void;
}

export function createSubmit(parts: SubmitParts): Submit {
  const { store, surroundings, scenes, acting, useCases, publish, prepare } = parts;
  const sceneOf = (admitted: Admitted, submission: Submission, actor: ActingUser, { host }: Caller) =>
    scenes({
      host,
      actor,
      acceptCautions: admitted.acceptCautions,
      ...(submission.at === undefined ? {} : { now: submission.at }),
    });
  return {
    async one(submission, caller) {
      const actor = await acting.of(store.read, caller);
      if (!actor.ok) return actor;
      const admitted = admit(submission.name, submission.input, surroundings, actor.value);
      if (!admitted.ok) return admitted;
      const { organizationId } = actor.value;
      const command = (await prepare?.(admitted.value, actor.value, caller)) ?? admitted.value;
      const scene = sceneOf(command, submission, actor.value, caller);
      const done = await store.write((tx) => execute(remembering(tx.within(organizationId)), command, scene, useCases));
      if (done.ok) {
        if (done.value.event !== null) publish(done.value.event, ownerOf(done.value, organizationId));
        return accept(done.value.receipt);
      }
      const refusal = discreet(actor.value, done.refusal);
      if (refusal.kind !== 'blocked' && refusal.kind !== 'time-taken') return refuse(refusal);
      // Outside the transaction: whoever waits to write does not wait for a search.
      const alternatives = await loadAlternatives(store.read.within(organizationId), scene, command);
      return refuse({ ...refusal, alternatives });
    },

    async many(submissions, caller) {
      let owner: OrganizationId | null = null;
      const outcomes = await store.write(async (whole) => {
        const desks = new Map<OrganizationId | null, WriteTx>();
        const answers: Outcome<Executed, Refusal>[] = [];
        for (const submission of submissions) {
          const actor = await acting.during(whole, caller);
          if (!actor.ok) {
            answers.push(actor);
            continue;
          }
          const admitted = admit(submission.name, submission.input, surroundings, actor.value);
          if (!admitted.ok) {
            answers.push(admitted);
            continue;
          }
          const { organizationId } = actor.value;
          const tx = desks.get(organizationId) ?? remembering(whole.within(organizationId));
          desks.set(organizationId, tx);
          const scene = sceneOf(admitted.value, submission, actor.value, caller);
          const done = await execute(tx, admitted.value, scene, useCases);
          if (done.ok) owner = ownerOf(done.value, organizationId);
          answers.push(done.ok ? done : refuse(discreet(actor.value, done.refusal)));
        }
        return answers;
      });
      const events = outcomes.flatMap((one) => (one.ok && one.value.event !== null ? [one.value.event] : []));
      const merged = mergeEvents(events);
      if (merged !== null) publish(merged, owner);
      return outcomes.map((one) => (one.ok ? accept(one.value.receipt) : one));
    },
  };
}

/** Setting up an organization happens in that organization. */
function ownerOf({ receipt }: Executed, organizationId: OrganizationId | null): OrganizationId | null {
  if (organizationId !== null) return organizationId;
  const made = receipt.touched.find((row) => row.entity === 'organization');
  return made === undefined ? null : asId<'organization'>(made.id);
}

/** One event for a batch, under the name of its last command. */
export function mergeEvents(events: readonly ChangeEvent[]): ChangeEvent | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  const rows = new Map(events.flatMap((event) => event.touched).map((row) => [`${row.entity} ${row.id}`, row]));
  return { ...last, touched: [...rows.values()], ...mergeScopes(events) };
}
