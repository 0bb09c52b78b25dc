import type { Claim } from '../../../core/domain/work/appointment.ts';
import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { confirm } from './confirming.ts';
import { isOnOffer } from './exposure.ts';
import { book, isFinal } from './placing.ts';
import { every, row, type Entry, type Model, type Rows } from './rows.ts';
import type { Site } from './site.ts';

/** A hold is a booking that keeps its place for a while; the same key means the same hold. */
export function hold(model: Model, site: Site, asked: AskOf<'holdSlot'>): Answer {
  const { args } = asked;
  const source = { source: args.requester ?? '', id: args.key };
  const standing = every(model.rows, 'appointment').find(
    (one) => one.source?.source === source.source && one.source.id === source.id,
  );
  if (standing !== undefined) {
    const first = lastOn(model, 'holdSlot', standing.id);
    const isSame = first?.args === JSON.stringify(args);
    return isSame ? same(model, first) : refused('same-id-other-command');
  }
  const unshown = notShown(model, asked);
  if (unshown !== null) return unshown;
  const service = row(model.rows, 'serviceType', args.serviceTypeId);
  const lead = { resourceId: args.technicianId, role: 'lead' as const, units: 1 };
  const bay = args.bayId === null ? [] : [{ resourceId: args.bayId, role: 'bay' as const, units: 1 }];
  const booking = {
    locationId: args.locationId,
    workOrderId: null,
    title: '',
    start: args.start,
    end: addMinutes(instant(args.start), service?.duration ?? 0),
    claims: [lead, ...bay],
    as: 'held' as const,
    serviceTypeId: args.serviceTypeId,
    customerId: args.customerId,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: [asId<'reservation'>('any')],
    recording: false,
    source,
  };
  const answer = book(model, site, { ...asked, name: 'bookAppointment', args: { ...booking, id: '' } });
  if (answer.refused !== null) return answer;
  // Its id follows from requester and key, and is known once it is there.
  const rows = (chosen: Claim | null, id: string | null): Rows => {
    const known = book(model, site, { ...asked, name: 'bookAppointment', args: { ...booking, id: id ?? '' } });
    return known.refused === null ? known.rows(chosen, id, null) : model.rows;
  };
  return { ...answer, rows };
}

/** Whoever names what was shown is held to it. */
function notShown(model: Model, { args }: AskOf<'holdSlot'>): Answer | null {
  if (args.exposureId === null) return null;
  const exposure = row(model.rows, 'exposure', args.exposureId);
  if (exposure === undefined || exposure.requester !== args.requester) return refused('not-found');
  const isShown = exposure.slots.some(
    ({ start, technicianId, bayId }) =>
      start === args.start && technicianId === args.technicianId && (args.bayId === null || args.bayId === bayId),
  );
  const stands = exposure.until > model.now && exposure.serviceTypeId === args.serviceTypeId;
  const { locationId } = args;
  const slot = { start: instant(args.start), technicianId: asId<'resource'>(args.technicianId) };
  const isThere = isOnOffer(model, { locationId, serviceTypeId: exposure.serviceTypeId }, slot);
  return isShown && stands && isThere ? null : refused('not-exposed');
}

/** Confirming under one key is done once. */
export function confirmHold(model: Model, site: Site, asked: AskOf<'confirmHold'>): Answer {
  const one = row(model.rows, 'appointment', asked.args.id);
  if (one === undefined) return refused('not-found');
  const { status } = one.state;
  if (status !== 'requested' && status !== 'held') {
    const earlier = model.log.findLast(
      (entry) => isOn(entry, 'confirmHold', one.id) && keyOf(entry) === asked.args.key,
    );
    if (earlier !== undefined) return same(model, earlier);
    return refused(isFinal(one) ? 'final-status' : 'wrong-status');
  }
  return confirm(model, site, asked);
}

function same(model: Model, entry: Entry | undefined): Answer {
  return entry === undefined
    ? refused('same-id-other-command')
    : { refused: null, partner: null, rows: () => model.rows, same: entry.sequence };
}

function lastOn(model: Model, name: string, id: string): Entry | undefined {
  return model.log.findLast((entry) => isOn(entry, name, id));
}

function isOn(entry: Entry, name: string, id: string): boolean {
  return entry.name === name && entry.changes.some((change) => change.id === id);
}

function keyOf(entry: Entry): unknown {
  const args: unknown = JSON.parse(entry.args);
  return typeof args === 'object' && args !== null && 'key' in args ? args.key : undefined;
}
