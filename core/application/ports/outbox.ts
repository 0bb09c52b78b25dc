import type { OrganizationId } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DomainEvent } from './log-entry.ts';

/** An event that waits to be told, with its place: first by sequence, then by ordinal. */
export interface OutboxEntry extends DomainEvent {
  /** The command it came from. */
  readonly sequence: number;
  /** Place among the events of that command, from 0. */
  readonly ordinal: number;
  readonly organizationId: OrganizationId | null;
  /** When the command was done. */
  readonly at: Instant;
}

/**
 * What the outside is to be told, of every organization of the file. An event is written with the rows it speaks of, or
 * not at all, and stays until somebody says that it arrived: it survives a restart. An adapter that dies between telling
 * and marking tells it again, with the same place, by which the outside can know it.
 */
export interface Outbox {
  /** The oldest events that have not arrived, in order. */
  pending(limit: number): Promise<readonly OutboxEntry[]>;
  /** True when it was pending until now, false when it had been marked before or is not there. */
  markDelivered(sequence: number, ordinal: number, at: Instant): Promise<boolean>;
}
