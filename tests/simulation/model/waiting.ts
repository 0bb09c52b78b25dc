import { instant, MINUTE } from '../../../core/domain/time/instant.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { confirmNow } from './confirming.ts';
import { answered, called, endOffer, has } from './holds.ts';
import { busy } from './minute-by-minute.ts';
import { giveBack } from './parts.ts';
import { needsOf } from './needs.ts';
import { asksFirst, book } from './placing.ts';
import { changed, row, type AppointmentRow, type Model, type Rows, type WaitingRow } from './rows.ts';
import type { Site } from './site.ts';

export function addEntry(model: Model, { args }: AskOf<'addWaitlistEntry'>): Answer {
  const order = row(model.rows, 'workOrder', args.workOrderId);
  if (order !== undefined && order.state.status !== 'open') return refused('final-status');
  const serviceTypeId: WaitingRow['serviceTypeId'] = args.serviceTypeId === null ? null : asId(args.serviceTypeId);
  const needs = needsOf(model.rows, { workOrderId: order?.id ?? null, serviceTypeId });
  if (needs === null) return refused('invalid-input');
  const entry: WaitingRow = {
    entity: 'waitlistEntry',
    id: args.id,
    displaced: null,
    workOrderId: order?.id ?? null,
    serviceTypeId,
    customerId: order?.customerId ?? (args.customerId === null ? null : asId(args.customerId)),
    duration: needs.duration,
    since: model.now,
    offers: [],
    state: { status: 'waiting' },
  };
  return accepted(changed(model.rows, [entry]));
}

/** Whether and when something suits is the product's to find out; what it found has to be a place. */
export function offer(model: Model, site: Site, { args, accept, by }: AskOf<'offerSlot'>): Answer {
  const entry = row(model.rows, 'waitlistEntry', args.entryId);
  if (entry === undefined) return refused('not-found');
  if (entry.state.status !== 'waiting') return refused('not-waiting');
  const rows = (_chosen: unknown, _id: unknown, made: Appointment | null): Rows => {
    if (made === null) throw new Error('Nothing was held');
    const { start, end, title, customerId, serviceTypeId, claims } = made;
    const own = { id: args.id, locationId: args.locationId, workOrderId: entry.workOrderId, title, start, end };
    const none = { unitId: null, participants: [], description: '', recording: false, reservationIds: ['any'] };
    const booking = { ...own, ...none, as: 'held' as const, claims: [...claims], customerId, serviceTypeId };
    const booked = book(model, site, { name: 'bookAppointment', args: booking, by, accept });
    if (booked.refused !== null) throw new Error(`What was offered is no place: ${JSON.stringify(booked)}`);
    const placed = booked.rows(null, null, null);
    const held = row(placed, 'appointment', args.id);
    if (held?.state.status !== 'held' || !suits(held, model, entry, args)) throw new Error('The offer does not suit');
    const { until } = held.state;
    const one = { appointmentId: held.id, start: held.start, at: model.now, until, answer: 'open' as const };
    const state = { status: 'offered', appointmentId: held.id, until } as const;
    return changed(placed, [{ ...entry, offers: [...entry.offers, one], state }]);
  };
  return { refused: null, partner: null, rows, mayRefuse: ['nobody-waiting'] };
}

/** It has the wished length, takes what has become free, at a time that touches it. */
function suits(held: AppointmentRow, model: Model, entry: WaitingRow, args: AskOf<'offerSlot'>['args']): boolean {
  const is = busy(held, model.now);
  const touches = is.from < args.range.to && args.range.from < is.to;
  const takes = held.claims.some((claim) => claim.resourceId === args.resourceId);
  return touches && takes && (held.end - held.start) / MINUTE === entry.duration && held.start >= instant(model.now);
}

/** The entry on offer with what is held for it. */
function open(model: Model, id: string): { readonly entry: WaitingRow; readonly held: AppointmentRow } | Answer {
  const entry = row(model.rows, 'waitlistEntry', id);
  if (entry === undefined) return refused('not-found');
  if (entry.state.status !== 'offered') return refused('not-waiting');
  const held = row(model.rows, 'appointment', entry.state.appointmentId);
  return held?.state.status === 'held' ? { entry, held } : refused('not-waiting');
}

/** What somebody has to approve first is taken as well: nobody else is asked meanwhile. */
export function acceptOffer(model: Model, site: Site, { args, accept, by }: AskOf<'acceptOffer'>): Answer {
  const found = open(model, args.id);
  if ('refused' in found) return found;
  const { entry, held } = found;
  const waits = asksFirst(model.rows, held, 'confirmed', by);
  if (waits === null) return confirmNow(model, site, held, { accept, withIds: true });
  const rows = changed(model.rows, [{ ...held, state: waits }, has(entry, model, held.id)]);
  return accepted(giveBack(rows, held.id));
}

export function declineOffer(model: Model, { args }: AskOf<'declineOffer'>): Answer {
  const found = open(model, args.id);
  return 'refused' in found ? found : accepted(endOffer(model.rows, model, found.entry, found.held, 'declined'));
}

export function withdraw(model: Model, { args }: AskOf<'withdrawWaitlistEntry'>): Answer {
  const entry = row(model.rows, 'waitlistEntry', args.id);
  if (entry === undefined) return refused('not-found');
  const { state } = entry;
  if (state.status !== 'waiting' && state.status !== 'offered') return refused('not-waiting');
  const held = state.status === 'offered' ? row(model.rows, 'appointment', state.appointmentId) : undefined;
  const gone: WaitingRow = {
    ...entry,
    offers: answered(entry, 'declined'),
    state: { status: 'withdrawn', at: model.now, reason: args.reason },
  };
  if (held?.state.status !== 'held') return accepted(changed(model.rows, [gone]));
  return accepted(giveBack(changed(model.rows, [called(held, model, 'declined'), gone]), held.id));
}
