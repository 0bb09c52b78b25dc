import type { Fact } from '../../core/domain/board/fact.ts';
import type { Reason } from '../../core/domain/rules/reason.ts';
import { asId } from '../../core/kernel/id.ts';
import { instant, minutes } from '../../core/domain/time/instant.ts';
import { localDate } from '../../core/domain/time/local-date.ts';

type KeyOf<R> = R extends { readonly rule: infer Rule extends string; readonly why: infer Why extends string }
  ? `${Rule}.${Why}`
  : never;

/** 09:00 to 12:30 UTC on Monday 23 November 2026: 10:00 to 13:30 in Oslo. */
export const NINE = instant(Date.UTC(2026, 10, 23, 9));
export const NOON = instant(Date.UTC(2026, 10, 23, 12, 30));
const technician = { id: asId<'resource'>('00000000-0000-7000-8000-000000000001'), name: 'Mike Johnson' };
const bay = { id: asId<'resource'>('00000000-0000-7000-8000-000000000002'), name: 'Bay 3' };
const resource = { id: asId<'resource'>('00000000-0000-7000-8000-000000000003'), name: 'Field crew' };
const drive = { technician, needed: minutes(25), available: minutes(10) };
const kind = { kind: 'Diagnostic', shortest: minutes(120), longest: minutes(180) };

/** One of every reason there is; the compiler refuses a missing or a superfluous one. */
export const REASONS: { readonly [K in KeyOf<Reason>]: readonly Reason[] } = {
  'forbidden-technician.forbidden': [{ rule: 'forbidden-technician', why: 'forbidden', technician }],
  'skills.missing': [{ rule: 'skills', why: 'missing', technician, skill: 'Engine', needed: 2 }],
  'skills.too-low': [{ rule: 'skills', why: 'too-low', technician, skill: 'Engine', needed: 3, level: 2 }],
  'skills.expired': [
    { rule: 'skills', why: 'expired', technician, skill: 'Engine', expiredOn: localDate('2026-10-31') },
  ],
  'bay-capable.missing': [{ rule: 'bay-capable', why: 'missing', bay, capability: 'lift' }],
  'bay-capable.expired': [
    { rule: 'bay-capable', why: 'expired', bay, capability: 'lift', expiredOn: localDate('2026-10-31') },
  ],
  'bay-capable.no-bay': [{ rule: 'bay-capable', why: 'no-bay' }],
  'not-past.past': [{ rule: 'not-past', why: 'past', start: NINE, now: NOON }],
  'promised-window.outside': [{ rule: 'promised-window', why: 'outside', from: NINE, to: NOON }],
  'duration-range.too-short': [{ rule: 'duration-range', why: 'too-short', ...kind, duration: minutes(45) }],
  'duration-range.too-long': [{ rule: 'duration-range', why: 'too-long', ...kind, duration: minutes(245) }],
  'location-open.closed': [
    { rule: 'location-open', why: 'closed', closesAt: null, opensAt: null },
    { rule: 'location-open', why: 'closed', closesAt: NINE, opensAt: null },
    { rule: 'location-open', why: 'closed', closesAt: null, opensAt: NOON },
    { rule: 'location-open', why: 'closed', closesAt: NINE, opensAt: NOON },
  ],
  'location-open.closure': [{ rule: 'location-open', why: 'closure', name: 'Stocktaking' }],
  'on-shift.no-shift': [{ rule: 'on-shift', why: 'no-shift', technician, date: NINE }],
  'on-shift.before-shift': [{ rule: 'on-shift', why: 'before-shift', technician, shiftStart: NINE }],
  'on-shift.after-shift': [{ rule: 'on-shift', why: 'after-shift', technician, shiftEnd: NOON }],
  'on-shift.break': [
    { rule: 'on-shift', why: 'break', technician, name: 'Lunch', from: NINE, to: NOON },
    { rule: 'on-shift', why: 'break', technician, name: '', from: NINE, to: NOON },
  ],
  'on-shift.absence': [
    { rule: 'on-shift', why: 'absence', technician, name: 'Training', from: NINE, to: NOON },
    { rule: 'on-shift', why: 'absence', technician, name: '', from: NINE, to: NOON },
  ],
  'on-shift.blackout': [{ rule: 'on-shift', why: 'blackout', technician, name: 'Christmas', from: NINE, to: NOON }],
  'service-open.closed': [{ rule: 'service-open', why: 'closed', name: 'Inspections on Tuesdays', priority: 20 }],
  'service-open.blackout': [{ rule: 'service-open', why: 'blackout', name: 'Inspector away', priority: 20 }],
  'capacity-limit.day': [
    { rule: 'capacity-limit', why: 'day', name: 'Ten a day', priority: 5, booked: 10, maximum: 10 },
  ],
  'capacity-limit.week': [
    { rule: 'capacity-limit', why: 'week', name: 'A week', priority: 5, booked: 40, maximum: 40 },
  ],
  'capacity-limit.moment': [{ rule: 'capacity-limit', why: 'moment', name: 'One', priority: 5, booked: 1, maximum: 1 }],
  'approval.pending': [{ rule: 'approval', why: 'pending', name: 'Long work', priority: 5 }],
  'reschedule-limit.reached': [{ rule: 'reschedule-limit', why: 'reached', title: 'Gearbox noise', limit: 2 }],
  'technician-free.double-use': [
    { rule: 'technician-free', why: 'double-use', technician, title: 'Gearbox noise', from: NINE, to: NOON },
  ],
  'daily-maximum.reached': [{ rule: 'daily-maximum', why: 'reached', technician, booked: 6, maximum: 6 }],
  'travel-fits.from-previous': [{ rule: 'travel-fits', why: 'from-previous', title: 'Gearbox noise', ...drive }],
  'travel-fits.to-next': [{ rule: 'travel-fits', why: 'to-next', title: 'Gearbox noise', ...drive }],
  'travel-fits.from-home': [{ rule: 'travel-fits', why: 'from-home', ...drive }],
  'travel-fits.back-home': [{ rule: 'travel-fits', why: 'back-home', ...drive }],
  'bay-open.closed': [
    { rule: 'bay-open', why: 'closed', bay, closesAt: null, opensAt: null },
    { rule: 'bay-open', why: 'closed', bay, closesAt: NINE, opensAt: null },
    { rule: 'bay-open', why: 'closed', bay, closesAt: null, opensAt: NOON },
    { rule: 'bay-open', why: 'closed', bay, closesAt: NINE, opensAt: NOON },
  ],
  'bay-open.absence': [
    { rule: 'bay-open', why: 'absence', bay, name: 'Lift inspection', to: NOON },
    { rule: 'bay-open', why: 'absence', bay, name: '', to: NOON },
  ],
  'bay-open.blackout': [{ rule: 'bay-open', why: 'blackout', bay, name: 'Christmas', to: NOON }],
  'bay-free.double-use': [{ rule: 'bay-free', why: 'double-use', bay, title: 'Gearbox noise', from: NINE, to: NOON }],
  'bay-free.turnover': [
    { rule: 'bay-free', why: 'turnover', bay, title: 'Gearbox noise', turnover: minutes(15), freeFrom: NOON },
  ],
  'resource-open.closed': [
    { rule: 'resource-open', why: 'closed', resource, closesAt: null, opensAt: null },
    { rule: 'resource-open', why: 'closed', resource, closesAt: NINE, opensAt: null },
    { rule: 'resource-open', why: 'closed', resource, closesAt: null, opensAt: NOON },
    { rule: 'resource-open', why: 'closed', resource, closesAt: NINE, opensAt: NOON },
  ],
  'resource-open.absence': [
    { rule: 'resource-open', why: 'absence', resource, name: 'Inspection', to: NOON },
    { rule: 'resource-open', why: 'absence', resource, name: '', to: NOON },
  ],
  'resource-open.blackout': [{ rule: 'resource-open', why: 'blackout', resource, name: 'Stocktaking', to: NOON }],
  'resource-free.double-use': [
    { rule: 'resource-free', why: 'double-use', resource, title: 'Gearbox noise', from: NINE, to: NOON },
  ],
  'resource-free.too-few': [{ rule: 'resource-free', why: 'too-few', resource, wanted: 3, free: 2, capacity: 5 }],
  'resource-free.not-spared': [{ rule: 'resource-free', why: 'not-spared', technician, resource, capacity: 5 }],
  'parts-there.missing': [
    { rule: 'parts-there', why: 'missing', part: 'Thermostat', needed: 2, available: 1, arrivesAt: null },
    { rule: 'parts-there', why: 'missing', part: 'Thermostat', needed: 2, available: 1, arrivesAt: NOON },
    { rule: 'parts-there', why: 'missing', part: 'Plug', needed: 2, available: 1, arrivesAt: NOON, toOrder: true },
  ],
  'parts-wanted.missing': [
    { rule: 'parts-wanted', why: 'missing', part: 'Filter', needed: 2, available: 1, arrivesAt: null },
    { rule: 'parts-wanted', why: 'missing', part: 'Filter', needed: 2, available: 1, arrivesAt: NOON },
    { rule: 'parts-wanted', why: 'missing', part: 'Filter', needed: 2, available: 1, arrivesAt: NOON, toOrder: true },
  ],
};

/** One of every fact there is. */
export const FACTS: { readonly [K in Fact['fact']]: Extract<Fact, { fact: K }> } = {
  skill: { cost: 0, fact: 'skill', skill: 'Engine', level: 3 },
  'bay-capability': { cost: 0, fact: 'bay-capability', capability: 'Lift' },
  'no-travel': { cost: 0, fact: 'no-travel' },
  travel: { cost: 12, fact: 'travel', extra: minutes(12) },
  waits: { cost: 3, fact: 'waits', minutes: minutes(90) },
  late: { cost: 30, fact: 'late', minutes: minutes(30) },
  'in-time': { cost: 0, fact: 'in-time', due: NOON },
  'preferred-technician': { cost: -20, fact: 'preferred-technician' },
  'not-preferred-technician': { cost: 20, fact: 'not-preferred-technician' },
  'under-target': { cost: -5, fact: 'under-target', share: 0.62 },
  'over-target': { cost: 15, fact: 'over-target', share: 1.1 },
  'parts-here': { cost: 0, fact: 'parts-here', parts: 2 },
  'parts-arrive': { cost: 0, fact: 'parts-arrive', part: 'Thermostat', at: NINE },
  'parts-order': { cost: 0, fact: 'parts-order', part: 'Thermostat', at: NINE },
  'spare-capabilities': { cost: 4, fact: 'spare-capabilities', bay: 'Bay 3', spare: 2 },
  'from-wanted': { cost: 6, fact: 'from-wanted', minutes: minutes(30) },
  'others-move': { cost: 60, fact: 'others-move', appointments: 1 },
  cautions: { cost: 60, fact: 'cautions', cautions: 1 },
  'needs-approval': { cost: 0, fact: 'needs-approval', rule: 'Long jobs', priority: 20 },
  'approved-by-rule': { cost: 0, fact: 'approved-by-rule', rule: 'Short jobs', priority: 5 },
  'left-as-it-is': { cost: 0, fact: 'left-as-it-is' },
  'next-unchanged': { cost: 0, fact: 'next-unchanged', title: 'Gearbox noise', start: NOON },
};
