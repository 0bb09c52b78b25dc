import * as fc from 'fast-check';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { below, customer, lanes, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { confirmHold, hold } from './holding.ts';
import { claimsOf, nth, startOf } from './naming.ts';
import { lanesOf } from './needs.ts';
import { every } from './rows.ts';
import type { Customer, LanesWanted, Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';
import { acceptOffer, addEntry, declineOffer, offer, withdraw } from './waiting.ts';

interface Hold extends When, Sent {
  readonly do: 'hold';
  readonly key: string;
  readonly service: number;
  readonly lanes: LanesWanted;
  readonly customer: Customer;
}

interface ConfirmHold extends Sent {
  readonly do: 'confirmHold';
  readonly pick: number;
  readonly key: string;
}

interface Wait extends Sent {
  readonly do: 'wait';
  readonly service: number;
  readonly order: boolean;
  readonly pick: number;
  readonly customer: Customer;
}

interface Offer extends When, Sent {
  readonly do: 'offer';
  readonly pick: number;
  readonly lane: number;
  readonly fits: boolean;
}

interface OnEntry extends Sent {
  readonly do: 'onEntry';
  readonly what: 'accept' | 'decline' | 'withdraw';
  readonly pick: number;
}

type HoldStep = Hold | ConfirmHold | Wait | Offer | OnEntry;

const key = fc.constantFrom('a', 'b', 'c', 'd');

export const holdTopic = topic<HoldStep>({
  steps: [
    weighted(
      6,
      fc.record({ do: fc.constant('hold'), key, service: below(3), lanes, customer, ...when, ...sent } as const),
    ),
    weighted(4, fc.record({ do: fc.constant('confirmHold'), pick, key, ...sent } as const)),
    weighted(
      4,
      fc.record({ do: fc.constant('wait'), service: below(3), order: fc.boolean(), pick, customer, ...sent } as const),
    ),
    weighted(
      7,
      fc.record({ do: fc.constant('offer'), pick, lane: below(5), fits: mostly(true), ...when, ...sent } as const),
    ),
    weighted(
      5,
      fc.record({
        do: fc.constant('onEntry'),
        what: fc.constantFrom('accept', 'accept', 'decline', 'withdraw'),
        pick,
        ...sent,
      } as const),
    ),
  ],
  say: { hold: holding, confirmHold: confirmingHold, wait: waiting, offer: offering, onEntry: answering },
  answers: {
    holdSlot: hold,
    confirmHold,
    addWaitlistEntry: (model, _site, asked) => addEntry(model, asked),
    offerSlot: offer,
    acceptOffer,
    declineOffer: (model, _site, asked) => declineOffer(model, asked),
    withdrawWaitlistEntry: (model, _site, asked) => withdraw(model, asked),
  },
});

function holding(step: Hold, { model, site }: Scene): Asked | null {
  const claims = claimsOf(model.rows, step.lanes);
  const lead = claims.find((claim) => claim.role === 'lead');
  const bay = claims.find((claim) => claim.role === 'bay');
  const service = nth(every(model.rows, 'serviceType'), step.service);
  if (lead === undefined || service === null) return null;
  return ask('holdSlot', {
    requester: 'Portal',
    key: step.key,
    locationId: site.locationId,
    workOrderId: null,
    serviceTypeId: service.id,
    start: startOf(step),
    technicianId: lead.resourceId,
    bayId: bay?.resourceId ?? null,
    exposureId: null,
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    participants: [],
    description: '',
  });
}

function confirmingHold(step: ConfirmHold, { model }: Scene): Asked | null {
  const held = every(model.rows, 'appointment').filter((one) => one.source !== null || one.state.status === 'held');
  const one = nth(held, step.pick);
  return one === null ? null : ask('confirmHold', { id: one.id, key: step.key });
}

function waiting(step: Wait, { model, site, ids }: Scene): Asked | null {
  const order = step.order ? nth(every(model.rows, 'workOrder'), step.pick) : null;
  const service = nth(every(model.rows, 'serviceType'), step.service);
  return ask('addWaitlistEntry', {
    id: ids.next(),
    locationId: site.locationId,
    customerId: step.customer === null ? null : site.customers[step.customer],
    workOrderId: order?.id ?? null,
    serviceTypeId: order === null ? (service?.id ?? null) : null,
    duration: null,
    priority: 'normal',
    windows: [],
    preferredTechnicians: [],
    note: '',
  });
}

function offering(step: Offer, { model, site, ids }: Scene): Asked | null {
  const all = every(model.rows, 'waitlistEntry');
  const entry = nth(step.fits ? all.filter(({ state }) => state.status === 'waiting') : all, step.pick);
  const lane = nth(lanesOf(model.rows), step.lane);
  if (entry === null || lane === null) return null;
  const from = startOf(step);
  const range = { from, to: addMinutes(from, step.length) };
  return ask('offerSlot', {
    id: ids.next(),
    locationId: site.locationId,
    resourceId: lane.id,
    range,
    entryId: entry.id,
  });
}

function answering(step: OnEntry, { model }: Scene): Asked | null {
  const all = every(model.rows, 'waitlistEntry');
  const open = all.filter(({ state }) => state.status === 'offered');
  const id = nth(step.pick % 5 === 0 || step.what === 'withdraw' ? all : open, step.pick)?.id;
  if (id === undefined) return null;
  if (step.what === 'withdraw') return ask('withdrawWaitlistEntry', { id, reason: 'Sold' });
  return step.what === 'accept' ? ask('acceptOffer', { id }) : ask('declineOffer', { id });
}
