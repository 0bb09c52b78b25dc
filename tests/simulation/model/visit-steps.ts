import * as fc from 'fast-check';
import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import { customer, lanes, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { approve, confirm, reject } from './confirming.ts';
import { cancel, complete, noShow, releaseHold, start, sweep, takeBackStart } from './happening.ts';
import { claimsOf, nth, startOf } from './naming.ts';
import { book, move } from './placing.ts';
import { every, type AppointmentRow, type Model } from './rows.ts';
import type { Customer, LanesWanted, Sent, When } from './steps.ts';
import { doAgain, takeBack } from './taking-back.ts';
import { topic, type Scene } from './topic.ts';

type Status = AppointmentRow['state']['status'];

interface Book extends When, Sent {
  readonly do: 'book';
  readonly what: 'meeting' | 'service' | 'order';
  readonly pick: number;
  readonly as: 'requested' | 'held' | 'confirmed';
  readonly lanes: LanesWanted;
  /** Claims nothing. */
  readonly bare: boolean;
  readonly recording: boolean;
  readonly customer: Customer;
  readonly limit: number | null;
}

interface Move extends When, Sent {
  readonly do: 'move';
  readonly pick: number;
  readonly fits: boolean;
  readonly lanes: LanesWanted | null;
  readonly stays: boolean;
  readonly findPartner: boolean;
}

type What =
  | 'approve'
  | 'reject'
  | 'confirm'
  | 'start'
  | 'takeBackStart'
  | 'complete'
  | 'cancel'
  | 'noShow'
  | 'releaseHold';

interface OnAppointment extends Sent {
  readonly do: What;
  readonly pick: number;
  readonly ago: number;
  readonly fits: boolean;
}

interface OnLog extends Sent {
  readonly do: 'sweep' | 'undo' | 'redo';
}

type VisitStep = Book | Move | OnAppointment | OnLog;

const others: fc.Arbitrary<LanesWanted | null> = fc.option(lanes, { freq: 2 });

export const visitTopic = topic<VisitStep>({
  steps: [
    weighted(
      24,
      fc.record({
        do: fc.constant('book'),
        what: fc.constantFrom('meeting', 'service', 'service', 'order', 'order'),
        pick,
        as: fc.constantFrom('requested', 'held', 'held', 'confirmed', 'confirmed', 'confirmed'),
        lanes,
        bare: mostly(false),
        recording: mostly(false),
        customer,
        limit: fc.constantFrom(null, null, 0, 1),
        ...when,
        ...sent,
      } as const),
    ),
    weighted(
      12,
      fc.record({
        do: fc.constant('move'),
        pick,
        fits: mostly(true),
        lanes: others,
        stays: mostly(false),
        findPartner: mostly(true),
        ...when,
        ...sent,
      } as const),
    ),
    weighted(
      24,
      fc.record({
        do: fc.constantFrom(
          ...(['confirm', 'confirm', 'start', 'start', 'complete', 'complete', 'cancel', 'noShow'] as const),
          ...(['takeBackStart', 'releaseHold', 'approve', 'approve', 'reject'] as const),
        ),
        pick,
        ago: fc.constantFrom(0, 0, 0, 5, 40, -4, -30),
        fits: mostly(true),
        ...sent,
      }),
    ),
    weighted(1, fc.record({ do: fc.constant('sweep'), ...sent } as const)),
    weighted(15, fc.record({ do: fc.constantFrom('undo', 'undo', 'redo'), ...sent } as const)),
  ],
  say: {
    book: booking,
    move: moving,
    confirm: onAppointment,
    approve: onAppointment,
    reject: onAppointment,
    start: onAppointment,
    takeBackStart: onAppointment,
    complete: onAppointment,
    cancel: onAppointment,
    noShow: onAppointment,
    releaseHold: onAppointment,
    sweep: () => ask('sweepHolds', {}),
    undo: () => ask('undo', {}),
    redo: () => ask('redo', {}),
  },
  answers: {
    bookAppointment: book,
    moveAppointment: move,
    confirmAppointment: confirm,
    approveAppointment: approve,
    rejectAppointment: (model, _site, asked) => reject(model, asked),
    startAppointment: (model, _site, asked) => start(model, asked),
    takeBackStart: (model, _site, asked) => takeBackStart(model, asked),
    completeAppointment: complete,
    cancelAppointment: (model, _site, asked) => cancel(model, asked),
    markNoShow: (model, _site, asked) => noShow(model, asked),
    releaseHold: (model, _site, asked) => releaseHold(model, asked),
    sweepHolds: (model) => sweep(model),
    undo: (model, _site, { by }) => takeBack(model, by),
    redo: (model, _site, { by }) => doAgain(model, by),
  },
  notForDispatchers: ['approveAppointment', 'rejectAppointment'],
});

function booking(step: Book, { model, site, ids }: Scene): Asked {
  const order = step.what === 'order' ? nth(every(model.rows, 'workOrder'), step.pick) : null;
  const service = step.what === 'service' ? nth(every(model.rows, 'serviceType'), step.pick) : null;
  const from = startOf(step);
  return ask('bookAppointment', {
    id: ids.next(),
    locationId: site.locationId,
    workOrderId: order?.id ?? null,
    title: order === null ? 'Time' : '',
    start: from,
    end: order === null ? addMinutes(from, step.length) : null,
    claims: step.bare ? [] : claimsOf(model.rows, step.lanes),
    as: step.as,
    serviceTypeId: service?.id ?? null,
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    rescheduleLimit: step.limit,
    participants: [],
    description: '',
    reservationIds: order === null && service === null ? [] : [ids.next()],
    recording: step.recording,
    // Every third time booked by itself says of itself how much it matters.
    ...(step.what === 'meeting' && step.pick % 3 === 0 ? { priority: 'urgent', remind: step.pick % 2 === 0 } : {}),
  });
}

/** The statuses from which a step leads somewhere. */
const FROM: Readonly<Record<What | 'move', readonly Status[]>> = {
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

function suits(what: keyof typeof FROM, { state, start: from }: AppointmentRow, model: Model): boolean {
  if (!FROM[what].includes(state.status)) return false;
  if (what === 'noShow') return from <= model.now;
  const isPending = state.status === 'requested' && state.approval === 'pending';
  return isPending || (what !== 'approve' && what !== 'reject');
}

function moving(step: Move, { model }: Scene): Asked | null {
  const one = picked(model, step);
  if (one === null) return null;
  const from = step.stays ? one.start : startOf(step);
  const claims = step.lanes === null ? null : claimsOf(model.rows, step.lanes);
  return ask('moveAppointment', {
    id: one.id,
    start: from,
    end: addMinutes(from, step.length),
    claims,
    findPartner: step.findPartner,
  });
}

function onAppointment(step: OnAppointment, { model, ids }: Scene): Asked | null {
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
