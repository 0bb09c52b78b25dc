import type { CommandName } from '../../contract/commands/index.ts';
import type { HostKind } from '../../contract/host-kind.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** One accepted command with its ops: the audit trail, undo across restarts, the time machine, and later sync. */
export interface LogEntry {
  readonly sequence: number;
  readonly commandId: string;
  /** SHA-256 of name and arguments, hex: the same id with another content is an alarm. */
  readonly fingerprint: string;
  readonly name: CommandName;
  readonly version: number;
  readonly args: unknown;
  readonly actorId: string;
  readonly actorName: string;
  readonly host: HostKind;
  /** The installed copy that wrote it. */
  readonly replica: string;
  readonly at: Instant;
  readonly why: string;
  readonly subject: string;
  readonly overrode: readonly Reason[];
  readonly undoable: boolean;
  /** For undo: the entry taken back. For redo: the undo entry taken back. */
  readonly reverts: number | null;
  /** The entry that took this one back; null while it stands. */
  readonly undoneBy: number | null;
  readonly ops: readonly Op[];
}

export type NewLogEntry = Omit<LogEntry, 'undoneBy'> & { readonly domainEvents: readonly DomainEvent[] };

/** What the outside is told, from the outbox, once each and in order. */
export interface DomainEvent {
  readonly name:
    | 'appointment.scheduled'
    | 'appointment.cancelled'
    | 'appointment.rescheduled'
    | 'appointment.reminder'
    | 'technician.assigned'
    | 'parts.ordered'
    | 'parts.order-withdrawn';
  /** Empty where it is about a work order alone. */
  readonly appointmentId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
