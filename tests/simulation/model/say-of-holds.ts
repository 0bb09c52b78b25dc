import { addMinutes } from '../../../core/domain/time/instant.ts';
import type { Ids } from '../../builders/surroundings.ts';
import { ask } from './asks.ts';
import { claimsOf, nth, startOf, type Asked } from './naming.ts';
import { every, type Model } from './rows.ts';
import type { Site } from './site.ts';
import type { Step } from './steps.ts';

export function holding(step: Extract<Step, { do: 'hold' }>, site: Site): Asked | null {
  const claims = claimsOf(site, step.lanes);
  const lead = claims.find((claim) => claim.role === 'lead');
  const bay = claims.find((claim) => claim.role === 'bay');
  const service = nth(site.services, step.service);
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

export function confirmingHold(step: Extract<Step, { do: 'confirmHold' }>, model: Model): Asked | null {
  const held = every(model.rows, 'appointment').filter((one) => one.source !== null || one.state.status === 'held');
  const one = nth(held, step.pick);
  return one === null ? null : ask('confirmHold', { id: one.id, key: step.key });
}

export function waiting(step: Extract<Step, { do: 'wait' }>, model: Model, site: Site, ids: Ids): Asked | null {
  const order = step.order ? nth(every(model.rows, 'workOrder'), step.pick) : null;
  const service = nth(site.services, step.service);
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

export function offering(step: Extract<Step, { do: 'offer' }>, model: Model, site: Site, ids: Ids): Asked | null {
  const all = every(model.rows, 'waitlistEntry');
  const entry = nth(step.fits ? all.filter(({ state }) => state.status === 'waiting') : all, step.pick);
  const lane = nth(site.lanes, step.lane);
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

export function answering(step: Extract<Step, { do: 'onEntry' }>, model: Model): Asked | null {
  const all = every(model.rows, 'waitlistEntry');
  const open = all.filter(({ state }) => state.status === 'offered');
  const id = nth(step.pick % 5 === 0 || step.what === 'withdraw' ? all : open, step.pick)?.id;
  if (id === undefined) return null;
  if (step.what === 'withdraw') return ask('withdrawWaitlistEntry', { id, reason: 'Sold' });
  return step.what === 'accept' ? ask('acceptOffer', { id }) : ask('declineOffer', { id });
}

/** The id is the row's key here; whoever sends it looks up the real one. */
export function settling(step: Extract<Step, { do: 'fee' }>, model: Model): Asked | null {
  const fees = every(model.rows, 'fee');
  const from = step.what === 'refund' ? 'paid' : 'due';
  const suiting = step.pick % 4 === 0 ? fees : fees.filter((one) => one.state.status === from);
  const id = nth(suiting, step.pick)?.id;
  if (id === undefined) return null;
  if (step.what === 'settle') return ask('settleFee', { id, reference: 'Transfer' });
  return step.what === 'waive'
    ? ask('waiveFee', { id, reason: 'Goodwill' })
    : ask('refundFee', { id, reason: 'Error' });
}
