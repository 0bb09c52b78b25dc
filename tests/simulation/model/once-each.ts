import type { Step } from './steps.ts';

/** What every sort of step finds in it: somebody who may, something that fits, on the Tuesday at nine. */
const USUAL = {
  by: 0,
  accept: true,
  fits: true,
  pick: 1,
  value: 1,
  day: 1,
  quarter: 36,
  length: 60,
  customer: 'standard',
  lanes: { technician: 0, assistant: null, bay: null, chargers: 0 },
};

const step = (what: string, more: object = {}): Step => ({ ...USUAL, do: what, ...more });
const pass = (minutes: number): Step => ({ do: 'pass', minutes });

const meeting = { what: 'meeting', as: 'confirmed', recording: false, limit: null };
const technician = (place: number) => ({ lanes: { ...USUAL.lanes, technician: place } });
const catalogue = (...names: readonly string[]): readonly Step[] =>
  names.map((what) => step('catalogue', { what, value: 4, pick: 0 }));

/** Sequences in which every command is accepted once, whatever chance plays besides. */
export const ONCE_EACH: readonly (readonly Step[])[] = [
  [
    step('open', { service: 2 }),
    step('book', { what: 'order', pick: 0, as: 'requested', recording: false, limit: null, ...technician(1) }),
    step('confirm', { pick: 0, ago: 0 }),
    step('move', { pick: 0, ...technician(1), quarter: 40, stays: false, findPartner: true }),
    step('words', { pick: 0 }),
    step('changeOrder', { pick: 0, value: 5 }),
    step('book', { ...meeting, day: 0, quarter: 32 }),
    pass(60),
    step('start', { pick: 1, ago: 0 }),
    step('takeBackStart', { pick: 0, ago: 0 }),
    step('start', { pick: 1, ago: 0 }),
    step('complete', { pick: 0, ago: 0 }),
    step('cancel', { pick: 0, ago: 0 }),
    step('undo'),
    step('redo'),
    step('cancelOrder', { pick: 0 }),
    step('remind'),
  ],
  [
    step('book', { ...meeting, by: 1, length: 120 }),
    step('approve', { pick: 0, ago: 0 }),
    step('book', { ...meeting, by: 1, length: 120, quarter: 52, ...technician(1) }),
    step('reject', { pick: 0, ago: 0 }),
    step('book', { ...meeting, as: 'held', quarter: 50 }),
    step('releaseHold', { pick: 0, ago: 0 }),
    step('hold', { key: 'a', service: 2, ...technician(1), quarter: 34 }),
    step('confirmHold', { pick: 0, key: 'a' }),
    step('hold', { key: 'b', service: 2, ...technician(1), quarter: 42 }),
    pass(20),
    step('sweep'),
  ],
  [
    step('wait', { service: 2, order: false }),
    step('offer', { lane: 0, length: 120 }),
    step('onEntry', { what: 'accept' }),
    step('wait', { service: 2, order: false }),
    step('offer', { lane: 0, day: 2, length: 120 }),
    step('onEntry', { what: 'decline' }),
    step('wait', { service: 2, order: false }),
    step('onEntry', { what: 'withdraw' }),
  ],
  [
    ...[0, 1, 2].flatMap((place) => [
      step('book', { what: 'service', pick: 1, as: 'confirmed', recording: false, limit: null, day: place }),
      step('cancel', { pick: 1, ago: 0 }),
      step('count', { quantity: 4 }),
    ]),
    step('fee', { what: 'settle' }),
    step('fee', { what: 'refund' }),
    step('fee', { what: 'waive' }),
    step('book', { ...meeting, day: 0, quarter: 32 }),
    pass(180),
    step('noShow', { pick: 0, ago: 0 }),
  ],
  [
    step('absence', { lane: 0 }),
    step('noAbsence', { pick: 0 }),
    step('closure', { day: 5 }),
    step('noClosure', { pick: 0 }),
    step('expect', { hour: 30, quantity: 2 }),
    step('receive', { pick: 0 }),
    step('rule', { what: 'add', scope: 5 }),
    step('rule', { what: 'update', scope: 6, value: 3 }),
    step('rule', { what: 'remove', pick: 0 }),
    step('blackout', { hour: 60 }),
    step('availability'),
    ...['addAppointmentKind', 'updateAppointmentKind', 'addServiceType', 'updateServiceType'].map((what) =>
      step('allow', { what, pick: 0 }),
    ),
    step('allow', { what: 'updatePolicy' }),
    step('allow', { what: 'updateLocation' }),
  ],
  [
    ...catalogue('addCustomer', 'updateCustomer', 'addUnit', 'updateUnit', 'addPart'),
    step('catalogue', { what: 'addUser', value: 8, pick: 0 }),
    step('catalogue', { what: 'updateUser', value: 8, pick: 0 }),
    step('catalogue', { what: 'stockPart', pick: 1 }),
    step('catalogue', { what: 'syncStock', pick: 0 }),
    step('catalogue', { what: 'addLocation' }),
    step('alert', { severity: 'high', value: 7 }),
  ],
  [
    ...[0, 1, 2, 3, 4, 5].map((value) => step('lane', { isNew: true, value })),
    ...[0, 3, 5].map((pick) => step('lane', { isNew: false, pick, value: 1 })),
    step('expose', { requester: 'Portal', service: 2, person: null, days: 2 }),
    step('publish', { person: null, days: 1, gap: 0, service: null }),
    step('withdraw', { person: null, length: 240 }),
  ],
  [
    step('count', { quantity: 0 }),
    step('openFor', { value: 0 }),
    step('orderParts', { pick: 0 }),
    step('openFor', { value: 2 }),
    step('book', meeting),
    step('plan', { drafts: [{ ...USUAL, does: 'move', pick: 0, quarter: 40 }], order: null, skips: false }),
  ],
  [
    step('bookLong', { what: 'time', hours: 4, round: true, quarter: 32 }),
    step('split', { pick: 0, share: 50, round: true }),
    step('merge', { pick: 0, share: 1, round: true }),
    step('carryOver', { pick: 0, share: 50, round: true }),
  ],
  [
    step('repeat', { interval: 1, count: 3, pick: 1 }),
    step('changeSeries', { pick: 0, nth: 0, lanes: null, value: 3 }),
    step('editOccurrence', { pick: 0, nth: 0, lanes: null, value: 4, quarter: 40 }),
    step('bookOccurrence', { pick: 0, nth: 1, lanes: null, value: 1 }),
    step('endSeries', { pick: 0, nth: 0, lanes: null }),
  ],
];
