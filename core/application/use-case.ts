import type { CommandName } from '../contract/commands/index.ts';
import type { ParsedArgs, ParsedInput, QueryOutput } from '../contract/client.ts';
import type { LeftLine } from '../contract/envelope.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { QueryName } from '../contract/queries/index.ts';
import type { HostKind } from '../contract/host-kind.ts';
import type { Op } from '../domain/ops/op.ts';
import type { ActingUser } from '../domain/organization/actor.ts';
import type { Reason } from '../domain/rules/reason.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Outcome } from '../kernel/outcome.ts';
import type { HoursCache } from './hours-cache.ts';
import type { DomainEvent, LogEntry } from './ports/log-entry.ts';
import type { Reader, WriteTx } from './ports/store.ts';
import type { Surroundings } from './ports/surroundings.ts';
import type { RecurrenceCache } from './series/recurrence-cache.ts';
import type { ExposureMemory } from './waiting/exposure-memory.ts';

/** What every use case may look at besides the store. */
export interface Scene {
  readonly now: Instant;
  readonly surroundings: Surroundings;
  /** Who acts. */
  readonly actor: ActingUser;
  readonly host: HostKind;
  readonly acceptCautions: boolean;
  /** True lets work go on behind the end of a shift, as far as the location says: only a caution then. */
  readonly overtime?: boolean;
  /** Working hours already expanded to instants; made once beside the surroundings (scene.ts). */
  readonly hours: HoursCache;
  /** Rules of series already compiled; made once beside the surroundings, too. */
  readonly recurrences: RecurrenceCache;
  /** What choosing slots to show would load again for every requester; made likewise. */
  readonly exposures: ExposureMemory;
}

/** What an accepted command changes. */
export interface Decision {
  readonly ops: readonly Op[];
  /** What it was done to, in the organization's own words: a title, a name. */
  readonly subject: string;
  readonly overrode?: readonly Reason[];
  /** Lines of a plan that were left as they are. */
  readonly left?: readonly LeftLine[];
  readonly domainEvents?: readonly DomainEvent[];
  /** The entry that did it already: its receipt is the answer, and nothing is written. */
  readonly sameAs?: LogEntry;
  /** Set by undo and redo alone. */
  readonly reverts?: { readonly entry: number; readonly clears: number | null };
}

/** Loads, judges and decides; changes nothing itself. `submit` is the only writer. */
export type UseCase<N extends CommandName> = (
  tx: WriteTx,
  args: ParsedArgs<N>,
  scene: Scene,
) => Promise<Outcome<Decision, Refusal>>;

export type UseCases = { readonly [N in CommandName]: UseCase<N> };

export type Answerer<N extends QueryName> = (
  read: Reader,
  input: ParsedInput<N>,
  scene: Scene,
) => Promise<Outcome<QueryOutput<N>, Refusal>>;
