import * as fc from 'fast-check';
import { addMinutes, instant, MINUTE } from '../../../core/domain/time/instant.ts';
import { below, customer, lanes, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { partsOf } from './chain.ts';
import { bookLong, carryOver, merge, split } from './long-work.ts';
import { claimsOf, nth, startOf } from './naming.ts';
import { isFinal, standsFor } from './placing.ts';
import { every, type AppointmentRow, type Model } from './rows.ts';
import type { Customer, LanesWanted, Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';

interface BookLong extends When, Sent {
  readonly do: 'bookLong';
  readonly what: 'time' | 'service' | 'order';
  readonly pick: number;
  readonly hours: number;
  readonly lanes: LanesWanted;
  readonly customer: Customer;
  readonly round: boolean;
  readonly fits: boolean;
}

/** `share` is how far into the appointment, in hundredths. */
interface OnPart extends Sent {
  readonly do: 'split' | 'merge' | 'carryOver';
  readonly pick: number;
  readonly share: number;
  readonly round: boolean;
  readonly fits: boolean;
}

/** Work that flows over several appointments. */
export const longTopic = topic<BookLong | OnPart>({
  steps: [
    weighted(
      6,
      fc.record({
        do: fc.constant('bookLong'),
        what: fc.constantFrom('time', 'time', 'service', 'order'),
        pick,
        hours: fc.integer({ min: 1, max: 26 }),
        lanes,
        customer,
        round: mostly(true),
        fits: mostly(true),
        ...when,
        ...sent,
      } as const),
    ),
    weighted(
      10,
      fc.record({
        do: fc.constantFrom('split', 'split', 'merge', 'merge', 'carryOver', 'carryOver'),
        pick,
        share: below(120),
        round: mostly(true),
        fits: mostly(true),
        ...sent,
      } as const),
    ),
  ],
  say: { bookLong: booking, split: splitting, merge: merging, carryOver: carrying },
  answers: {
    bookLongWork: bookLong,
    splitAppointment: (model, _site, asked) => split(model, asked),
    mergeAppointments: merge,
    carryOver,
  },
});

const MOST = 12;

function booking(step: BookLong, { model, site, ids }: Scene): Asked {
  const open = every(model.rows, 'workOrder').filter(
    (one) => one.state.status === 'open' && !standsFor(model.rows, one.id),
  );
  const orders = step.fits ? open : every(model.rows, 'workOrder');
  const order = step.what === 'order' ? nth(orders, step.pick) : null;
  const service = step.what === 'service' ? nth(every(model.rows, 'serviceType'), step.pick) : null;
  return ask('bookLongWork', {
    ids: Array.from({ length: step.fits ? MOST : 1 }, () => ids.next()),
    locationId: site.locationId,
    workOrderId: order?.id ?? null,
    title: 'Overhaul',
    start: startOf(step),
    duration: step.hours * 60 + step.length,
    claims: claimsOf(model.rows, step.lanes),
    roundBookings: step.round,
    serviceTypeId: service?.id ?? null,
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    participants: [],
    description: '',
    reservationIds: order === null && service === null ? [] : [ids.next()],
  });
}

/** Mostly firm ones; for merging, mostly some that have a neighbour. */
function picked(step: OnPart, model: Model): AppointmentRow | null {
  const all = every(model.rows, 'appointment');
  const firm = all.filter(({ state }) => state.status === 'confirmed' || state.status === 'in-progress');
  const wanted = step.do === 'merge' ? firm.filter((one) => one.segment !== null) : firm;
  return nth(step.fits ? wanted : all, step.pick);
}

function splitting(step: OnPart, { model, ids }: Scene): Asked | null {
  const one = picked(step, model);
  if (one === null) return null;
  const length = Math.round(((one.end - one.start) / MINUTE) * (step.share / 100));
  const newId = step.fits ? ids.next() : one.id;
  return step.round
    ? ask('splitAppointment', { id: one.id, newId, at: addMinutes(one.start, length), minutes: null })
    : ask('splitAppointment', { id: one.id, newId, at: null, minutes: Math.max(1, length) });
}

function merging(step: OnPart, { model }: Scene): Asked | null {
  const one = picked(step, model);
  if (one === null) return null;
  const parts = partsOf(model.rows, one).toSorted((a, b) => a.start - b.start);
  const beside = parts[parts.indexOf(one) + (step.share % 3 === 0 ? -1 : 1)] ?? parts.at(-2) ?? parts[1];
  const other = step.fits ? beside : nth(every(model.rows, 'appointment'), step.share);
  if (other === undefined || other === null || other.id === one.id) return null;
  return ask('mergeAppointments', { id: one.id, otherId: other.id });
}

function carrying(step: OnPart, { model, ids }: Scene): Asked | null {
  const one = picked(step, model);
  if (one === null) return null;
  const length = Math.round(((one.end - one.start) / MINUTE) * (step.share / 100));
  const at = one.state.status === 'in-progress' ? model.now : addMinutes(one.start, length);
  return ask('carryOver', {
    id: one.id,
    at: instant(isFinal(one) ? one.start : at),
    rest: step.share % 4 === 0 ? 30 + step.share : null,
    from: step.share % 3 === 0 ? addMinutes(at, step.share * 5 - 60) : null,
    ids: Array.from({ length: step.fits ? MOST : 1 }, () => ids.next()),
    roundBookings: step.round,
  });
}
