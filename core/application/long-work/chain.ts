import { asId } from '../../kernel/id.ts';
import { update, type Op } from '../../domain/ops/op.ts';
import type { Appointment, AppointmentStatus, ChainId } from '../../domain/work/appointment.ts';
import type { Reader } from '../ports/store.ts';

/** Parts that were called off or missed are none of the work's days any more. */
const GONE: ReadonlySet<AppointmentStatus> = new Set(['cancelled', 'no-show']);
const WAITING: ReadonlySet<AppointmentStatus> = new Set(['requested', 'held', 'confirmed']);

/** A chain is called after the appointment it began with. */
export function chainIdOf(appointment: Appointment): ChainId {
  return appointment.segment?.chainId ?? asId<'chain'>(appointment.id);
}

/** The parts of the work that count, by start; an appointment that stands alone is its only one. */
export async function partsOf(read: Reader, appointment: Appointment): Promise<readonly Appointment[]> {
  if (appointment.segment === null) return [appointment];
  return (await read.segmentsOf(appointment.segment.chainId)).filter((one) => !GONE.has(one.state.status));
}

/** The other parts of the same work that have not begun. */
export async function waitingParts(read: Reader, appointment: Appointment): Promise<readonly Appointment[]> {
  const parts = await partsOf(read, appointment);
  return parts.filter((one) => one.id !== appointment.id && WAITING.has(one.state.status));
}

/** The other parts of the same work that are still to be done. */
export async function unfinishedParts(read: Reader, appointment: Appointment): Promise<readonly Appointment[]> {
  const parts = await partsOf(read, appointment);
  return parts.filter((one) => one.id !== appointment.id && one.state.status !== 'completed');
}

/** The parts counted anew by start. A single one stands alone. */
export function numbered(parts: readonly Appointment[], chainId: ChainId): readonly Appointment[] {
  const count = parts.length;
  return parts
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((one, index) => ({ ...one, segment: count === 1 ? null : { chainId, ordinal: index + 1, count } }));
}

/** A part that goes past another one is counted anew with all the others. */
export async function changesOfMove(
  read: Reader,
  before: Appointment,
  after: Appointment,
): Promise<readonly (Op | null)[]> {
  if (before.segment === null) return [update('appointment', before, after)];
  const parts = await partsOf(read, before);
  const moved = parts.map((one) => (one.id === before.id ? after : one));
  return changes(parts, numbered(moved, before.segment.chainId));
}

/** What makes `after` of `before`: rows of both are updated, the rest comes or goes. */
export function changes(before: readonly Appointment[], after: readonly Appointment[]): readonly (Op | null)[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map((one) => one.id));
  return [
    ...before
      .filter((one) => !kept.has(one.id))
      .map((one): Op => ({ op: 'delete', entity: 'appointment', id: one.id, row: one })),
    ...after.map((one): Op | null => {
      const was = old.get(one.id);
      return was === undefined
        ? { op: 'insert', entity: 'appointment', id: one.id, row: one }
        : update('appointment', was, one);
    }),
  ];
}
