import { update, type Op } from '../../domain/ops/op.ts';
import type { Appointment, AppointmentState } from '../../domain/work/appointment.ts';
import { announce } from '../announce.ts';
import type { DomainEvent } from '../ports/log-entry.ts';
import type { WriteTx } from '../ports/store.ts';
import { release } from '../release-parts.ts';
import { waitingParts } from './chain.ts';

type Cancelled = Extract<AppointmentState, { readonly status: 'cancelled' }>;

/**
 * The other parts of the same work that have not begun are called off with one of them, for nobody comes for half of it.
 * What it costs is told once, by the part that was named.
 */
export async function callOffRest(
  tx: WriteTx,
  appointment: Appointment,
  state: Cancelled,
): Promise<{ readonly ops: readonly (Op | null)[]; readonly domainEvents: readonly DomainEvent[] }> {
  const ops: (Op | null)[] = [];
  const domainEvents: DomainEvent[] = [];
  for (const part of await waitingParts(tx, appointment)) {
    const after = { ...part, state };
    ops.push(update('appointment', part, after), ...(await release(tx, part)));
    domainEvents.push(announce('appointment.cancelled', after));
  }
  return { ops, domainEvents };
}
