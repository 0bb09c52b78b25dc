import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import type { Ids } from '../../builders/surroundings.ts';
import { at } from '../../builders/surroundings.ts';
import { ask, type Ask } from './asks.ts';
import { nth, claimsOf, startOf, type Asked } from './naming.ts';
import { answering, confirmingHold, holding, offering, settling, waiting } from './say-of-holds.ts';
import { every, row, type AppointmentRow, type Model } from './rows.ts';
import type { Site } from './site.ts';
import type { OnAppointment, Step } from './steps.ts';

type Status = AppointmentRow['state']['status'];

/** The command that a generated step means where the model stands now; null when there is nothing to do it to. */
export function commandOf(step: Step, model: Model, site: Site, ids: Ids): Ask | null {
  if (step.do === 'pass' || step.do === 'again') return null;
  const asked = askedBy(step, model, site, ids);
  // `ask` paired each name with its own arguments; spreading a union loses that.
  return asked === null ? null : ({ ...asked, by: step.by, accept: step.accept } as Ask);
}

function askedBy(step: Exclude<Step, { do: 'pass' | 'again' }>, model: Model, site: Site, ids: Ids): Asked | null {
  switch (step.do) {
    case 'open':
      return openOrder(step, site, ids);
    case 'hold':
      return holding(step, site);
    case 'wait':
      return waiting(step, model, site, ids);
    case 'offer':
      return offering(step, model, site, ids);
    case 'onEntry':
      return answering(step, model);
    case 'confirmHold':
      return confirmingHold(step, model);
    case 'fee':
      return settling(step, model);
    case 'book':
      return booking(step, model, site, ids);
    case 'move':
      return moving(step, model, site);
    case 'cancelOrder': {
      const order = nth(every(model.rows, 'workOrder'), step.pick);
      return order === null ? null : ask('cancelWorkOrder', { id: order.id, reason: 'Sold' });
    }
    case 'absence':
    case 'closure':
    case 'noAbsence':
    case 'noClosure':
      return calendar(step, model, site, ids);
    case 'count':
      return ask('countStock', { stockId: site.stockId, onHand: step.quantity });
    case 'expect':
      return ask('expectStock', { stockId: site.stockId, at: at(step.hour), quantity: step.quantity });
    case 'receive': {
      const arrivals = row(model.rows, 'stock', site.stockId)?.arrivals ?? [];
      return ask('receiveStock', { stockId: site.stockId, at: nth(arrivals, step.pick)?.at ?? at(3) });
    }
    case 'sweep':
      return ask('sweepHolds', {});
    case 'undo':
      return ask('undo', {});
    case 'redo':
      return ask('redo', {});
    case 'approve':
    case 'reject':
    case 'confirm':
    case 'start':
    case 'takeBackStart':
    case 'complete':
    case 'cancel':
    case 'noShow':
    case 'releaseHold':
      return onAppointment(step, model, ids);
  }
}

function openOrder(step: Extract<Step, { do: 'open' }>, site: Site, ids: Ids): Asked | null {
  const service = nth(site.services, step.service);
  if (service === null) return null;
  const { thermostats } = service;
  return ask('openWorkOrder', {
    id: ids.next(),
    locationId: site.locationId,
    title: 'Order',
    description: '',
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    serviceTypeId: service.id,
    priority: 'normal',
    duration: service.duration,
    skills: [...service.skills],
    capabilities: service.capabilities === null ? null : [...service.capabilities],
    parts: thermostats === 0 ? [] : [{ partId: site.partId, quantity: thermostats }],
    windows: [],
    due: null,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
  });
}

function booking(step: Extract<Step, { do: 'book' }>, model: Model, site: Site, ids: Ids): Asked {
  const order = step.what === 'order' ? nth(every(model.rows, 'workOrder'), step.pick) : null;
  const service = step.what === 'service' ? nth(site.services, step.pick) : null;
  const start = startOf(step);
  return ask('bookAppointment', {
    id: ids.next(),
    locationId: site.locationId,
    workOrderId: order?.id ?? null,
    title: order === null ? 'Time' : '',
    start,
    end: order === null ? addMinutes(start, step.length) : null,
    claims: claimsOf(site, step.lanes),
    as: step.as,
    serviceTypeId: service?.id ?? null,
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    rescheduleLimit: step.limit,
    participants: [],
    description: '',
    reservationIds: order === null && service === null ? [] : [ids.next()],
    recording: step.recording,
  });
}

/** The statuses from which a step leads somewhere. */
const FROM: Readonly<Record<OnAppointment | 'move', readonly Status[]>> = {
  approve: ['requested'],
  reject: ['requested'],
  move: ['requested', 'held', 'confirmed', 'confirmed', 'in-progress'],
  confirm: ['requested', 'held'],
  start: ['confirmed'],
  takeBackStart: ['in-progress'],
  complete: ['in-progress'],
  cancel: ['requested', 'held', 'confirmed'],
  noShow: ['confirmed'],
  releaseHold: ['held'],
};

/** Mostly one that the step fits; sometimes any, to be refused. */
function picked(model: Model, step: { do: keyof typeof FROM; pick: number; fits: boolean }): AppointmentRow | null {
  const all = every(model.rows, 'appointment');
  return nth(step.fits ? all.filter((one) => suits(step.do, one, model)) : all, step.pick);
}

function suits(what: keyof typeof FROM, { state, start }: AppointmentRow, model: Model): boolean {
  if (!FROM[what].includes(state.status)) return false;
  if (what === 'noShow') return start <= model.now;
  const isPending = state.status === 'requested' && state.approval === 'pending';
  return isPending || (what !== 'approve' && what !== 'reject');
}

function moving(step: Extract<Step, { do: 'move' }>, model: Model, site: Site): Asked | null {
  const one = picked(model, step);
  if (one === null) return null;
  const start = step.stays ? one.start : startOf(step);
  const claims = step.lanes === null ? null : claimsOf(site, step.lanes);
  return ask('moveAppointment', {
    id: one.id,
    start,
    end: addMinutes(start, step.length),
    claims,
    findPartner: step.findPartner,
  });
}

function onAppointment(step: Extract<Step, { do: OnAppointment }>, model: Model, ids: Ids): Asked | null {
  const one = picked(model, step);
  if (one === null) return null;
  const { id } = one;
  const moment = instant(addMinutes(model.now, -step.ago));
  switch (step.do) {
    case 'approve':
      return ask('approveAppointment', { id });
    case 'reject':
      return ask('rejectAppointment', { id, reason: 'Too long' });
    case 'confirm':
      return ask('confirmAppointment', { id, reservationIds: one.serviceTypeId === null ? [] : [ids.next()] });
    case 'start':
      return ask('startAppointment', { id, at: moment });
    case 'takeBackStart':
      return ask('takeBackStart', { id });
    case 'complete':
      return ask('completeAppointment', { id, at: moment });
    case 'cancel':
      return ask('cancelAppointment', { id, reason: 'Changed plans', charge: step.pick % 5 !== 0 });
    case 'noShow':
      return ask('markNoShow', { id });
    case 'releaseHold':
      return ask('releaseHold', { id });
  }
}

function calendar(
  step: Extract<Step, { do: 'absence' | 'closure' | 'noAbsence' | 'noClosure' }>,
  model: Model,
  site: Site,
  ids: Ids,
): Asked | null {
  const { locationId } = site;
  switch (step.do) {
    case 'absence': {
      const lane = nth(site.lanes, step.lane);
      const from = startOf(step);
      const range = { from, to: addMinutes(from, step.length) };
      return lane === null ? null : ask('recordAbsence', { id: ids.next(), resourceId: lane.id, range, reason: 'Ill' });
    }
    case 'closure': {
      const day = `2026-11-${23 + step.day}`;
      return ask('addClosure', { locationId, from: day, to: day, name: 'Stocktaking' });
    }
    case 'noAbsence': {
      const absence = nth(every(model.rows, 'absence'), step.pick);
      return absence === null ? null : ask('removeAbsence', { id: absence.id });
    }
    case 'noClosure': {
      const closure = nth(row(model.rows, 'location', locationId)?.closures ?? [], step.pick);
      return ask('removeClosure', { locationId, from: closure?.from ?? '2026-11-24', name: 'Stocktaking' });
    }
  }
}
