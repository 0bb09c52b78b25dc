import { instant, MINUTE } from '../../../core/domain/time/instant.ts';
import type { Appointment, Claim } from '../../../core/domain/work/appointment.ts';
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
import { teamsWith } from './teams.ts';

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
    const none = {
      unitId: unitOf(model, entry),
      participants: [],
      description: '',
      recording: false,
      reservationIds: ['any'],
    };
    const booking = { ...own, ...none, as: 'held' as const, claims: [...claims], customerId, serviceTypeId };
    const booked = book(model, site, { name: 'bookAppointment', args: booking, by, accept });
    if (booked.refused !== null) throw new Error(`What was offered is no place: ${JSON.stringify(booked)}`);
    const placed = booked.rows(null, null, null);
    const lost = row(model.rows, 'appointment', entry.displaced);
    const taken = row(placed, 'appointment', args.id);
    const held = taken === undefined || lost === undefined ? taken : { ...taken, ...carried(lost, entry) };
    if (lost !== undefined && (held === undefined || !takesAlong(held, lost, model.rows)))
      throw new Error('What was lost had claimed something else');
    if (held?.state.status !== 'held' || !suits(held, model, entry, args)) throw new Error('The offer does not suit');
    const { until } = held.state;
    const one = { appointmentId: held.id, start: held.start, at: model.now, until, answer: 'open' as const };
    const state = { status: 'offered', appointmentId: held.id, until } as const;
    return changed(placed, [held, { ...entry, offers: [...entry.offers, one], state }]);
  };
  return { refused: null, partner: null, rows, mayRefuse: ['nobody-waiting'] };
}

/** It has the wished length, takes what has become free, at a time that touches it. */
function suits(held: AppointmentRow, model: Model, entry: WaitingRow, args: AskOf<'offerSlot'>['args']): boolean {
  const is = busy(held, model.now);
  const touches = is.from < args.range.to && args.range.from < is.to;
  // Of a team that is free each member is to be had, and of a member's team one more.
  const id = asId<'resource'>(args.resourceId);
  const team = row(model.rows, 'resource', id);
  const free = [id, ...(team?.members ?? []), ...teamsWith(model.rows, id).map((one) => one.id)];
  const takes = held.claims.some((claim) => free.includes(claim.resourceId));
  return touches && takes && (held.end - held.start) / MINUTE === entry.duration && held.start >= instant(model.now);
}

/** What was to be worked on; a work order knows it itself. */
function unitOf(model: Model, entry: WaitingRow): string | null {
  const lost = entry.workOrderId === null ? row(model.rows, 'appointment', entry.displaced) : undefined;
  return lost?.unitId ?? null;
}

/** What the request that lost its place said goes on, all but its external ids. */
function carried(lost: AppointmentRow, entry: WaitingRow): Partial<AppointmentRow> {
  const { source, rescheduleLimit, priority, description, participants, meetingUrl, remind } = lost;
  const { requestedBy, workItem, customData, zone, locationText } = lost;
  const words = {
    description,
    participants,
    meetingUrl,
    remind,
    requestedBy,
    workItem,
    customData,
    zone,
    locationText,
  };
  const known = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return { source, rescheduleLimit, ...(entry.workOrderId === null ? { priority } : {}), ...known };
}

/** Work may go to somebody else and into another bay; all other claims stay, and time booked by itself keeps them all. */
function takesAlong(held: AppointmentRow, lost: AppointmentRow, rows: Rows): boolean {
  const isWork = lost.workOrderId !== null || lost.serviceTypeId !== null;
  const needsBay = needsOf(rows, held)?.capabilities !== null;
  const lead = lost.claims.find((claim) => claim.role === 'lead');
  const bay = needsBay ? lost.claims.find((claim) => claim.role === 'bay') : undefined;
  const stay = isWork ? lost.claims.filter((claim) => claim !== lead && claim !== bay) : lost.claims;
  const all = held.claims.map(said);
  return stay.every((claim) => all.includes(said(claim))) && (isWork || all.length === stay.length);
}

const said = ({ resourceId, role, units }: Claim): string => `${role} ${resourceId} ${units}`;

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
