import type { EntityName } from '../../domain/ops/op.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CommandName } from '../commands/index.ts';
import type { HostKind } from '../host-kind.ts';

/** One entry of the command log: who, when, from which host, and why. */
export interface LogEntryView {
  readonly sequence: number;
  readonly commandId: string;
  readonly name: CommandName;
  readonly at: Instant;
  readonly by: string;
  readonly host: HostKind;
  readonly why: string;
  /** What it was done to: "Replace coolant thermostat". */
  readonly subject: string;
  readonly changes: readonly FieldChange[];
  readonly undone: boolean;
  /** Cautions a person accepted, as `<rule>.<why>`. */
  readonly overrode: readonly string[];
  /** The same with the names and times that a sentence needs. */
  readonly cautions: readonly Reason[];
}

/**
 * `field` is a path like `start` or `state.status`; `created` and `removed` stand for a whole row, whose name is then the
 * value. Ids of resources, locations, service types and parts are told as names.
 */
export interface FieldChange {
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What undo and redo would do now, for their buttons. */
export interface UndoState {
  readonly undo: { readonly name: CommandName; readonly subject: string; readonly at: Instant } | null;
  readonly redo: { readonly name: CommandName; readonly subject: string; readonly at: Instant } | null;
}
