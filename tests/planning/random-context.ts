import type { BusyClaim, OtherFacts, PlacementContext } from '../../core/domain/board/placement-context.ts';
import type { PlacementNeeds } from '../../core/domain/board/placement.ts';
import { NO_RULES, type LimitFacts, type RuleFacts } from '../../core/domain/board/rule-facts.ts';
import type { Coordinates } from '../../core/domain/organization/location.ts';
import { DEFAULT_POLICY, type Severity } from '../../core/domain/organization/organization.ts';
import { addMinutes, minutes, range, type InstantRange } from '../../core/domain/time/instant.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import { PRIORITIES, type ServiceTypeId } from '../../core/domain/work/service-type.ts';
import {
  appointment,
  at,
  bay,
  context,
  NORTH,
  needs,
  other,
  part,
  resource,
  SHOP,
  technician,
} from '../domain/board/a-context.ts';

const PLACES: readonly Coordinates[] = [
  SHOP,
  NORTH,
  { latitude: 52.5, longitude: 13.3 },
  { latitude: 52.45, longitude: 13.55 },
];
const DATES = [localDate('2026-03-02'), localDate('2026-03-03')];
const SKILLS = ['Engine', 'Brakes'];
const CAPABILITIES = ['lift', 'alignment'];
const SERVICE = 'inspection' as ServiceTypeId;

export interface Dice {
  /** Whole number from low to high, both included. */
  int(low: number, high: number): number;
  chance(percent: number): boolean;
  pick<T>(from: readonly [T, ...(readonly T[])] | readonly T[]): T;
}

/** Mulberry32: the same seed gives the same throws. */
export function dice(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    chance: (percent) => next() * 100 < percent,
    pick(from) {
      const one = from[int(0, from.length - 1)];
      if (one === undefined) throw new Error('Nothing to pick from');
      return one;
    },
  };
}

/** A stretch of one of the two days that begins between `first` and `last` o'clock, on five minutes. */
export function stretch(throws: Dice, first: number, last: number, lengths: readonly number[]): InstantRange {
  const from = addMinutes(at('00:00', throws.int(0, 1)), 5 * throws.int(first * 12, last * 12));
  return range(from, addMinutes(from, throws.pick(lengths)));
}

export function claims(throws: Dice, count: number): readonly BusyClaim[] {
  return Array.from({ length: count }, (_, number) => {
    const { from, to } = stretch(throws, 7, 16, [30, 45, 60, 90, 150]);
    const after = throws.pick([0, 5, 10]);
    return {
      appointmentId: appointment(`a${throws.int(0, 9)}`),
      title: `Work ${number}`,
      from,
      to: addMinutes(to, after),
      start: from,
      end: to,
      units: 1,
      at: throws.pick(PLACES),
      pinned: false,
    };
  });
}

function technicianOf(throws: Dice, name: string): PlacementContext['technicians'][number] {
  const shifts = DATES.flatMap((date, day) => {
    if (throws.chance(10)) return [];
    const from = addMinutes(at('07:00', day), 15 * throws.int(0, 6));
    const to = addMinutes(from, throws.pick([300, 420, 510]));
    const lunch = addMinutes(at('11:30', day), 5 * throws.int(0, 6));
    const closed = [{ from: lunch, to: addMinutes(lunch, 30), why: 'break' as const, name: 'Lunch' }];
    const second = addMinutes(to, throws.pick([0, 30]));
    const evening = throws.chance(20) ? [{ from: second, to: addMinutes(second, 180), date, closed: [] }] : [];
    return [{ from, to, date, closed }, ...evening];
  });
  const absences = throws.chance(15)
    ? [{ ...stretch(throws, 6, 14, [60, 240, 600]), why: 'absence' as const, name: 'Sick' }]
    : [];
  return technician(name, {
    skills: SKILLS.flatMap((skill) =>
      throws.chance(75)
        ? [{ skill, level: throws.pick([1, 2, 3] as const), expiresOn: throws.chance(10) ? throws.pick(DATES) : null }]
        : [],
    ),
    home: throws.pick(PLACES),
    dailyMaximum: throws.int(2, 6),
    targetMinutes: throws.chance(50) ? minutes(throws.int(0, 400)) : null,
    capacity: throws.chance(10) ? 2 : 1,
    shifts,
    absences,
    busy: claims(throws, throws.int(0, 7)),
  });
}

/** Two days, a few technicians and bays in every condition, lists that overlap included. */
export function randomContext(throws: Dice): PlacementContext {
  const day = (number: number): InstantRange => range(at('00:00', number), at('24:00', number));
  const facts = context({
    now: addMinutes(at('00:00'), throws.int(0, 11 * 60)),
    range: range(at('00:00'), at('24:00', 1)),
    days: DATES.map((date, number) => ({ ...day(number), date, noon: at('12:00', number) })),
    open: [range(at('06:30'), at('18:00')), range(at('07:30', 1), at(throws.pick(['16:00', '19:00']), 1))],
    policy: { ...DEFAULT_POLICY, severities: randomSeverities(throws) },
    technicians: Array.from({ length: throws.int(1, 3) }, (_, number) => technicianOf(throws, `tech${number}`)),
    bays: Array.from({ length: throws.int(0, 3) }, (_, number) =>
      bay(`bay${number}`, {
        capabilities: CAPABILITIES.filter(() => throws.chance(70)),
        turnover: minutes(throws.pick([0, 10, 15])),
        capacity: throws.chance(20) ? 2 : 1,
        open: [range(at('07:00'), at('18:00')), range(at('07:00', 1), at('17:00', 1))],
        absences: throws.chance(15)
          ? [{ ...stretch(throws, 6, 14, [120, 600]), why: 'absence' as const, name: 'Lift inspection' }]
          : [],
        busy: claims(throws, throws.int(0, 6)),
      }),
    ),
    parts: ['plug', 'filter'].map((name) => ({
      partId: part(name),
      name,
      lots: [
        { at: at('00:00'), quantity: throws.int(0, 3) },
        { at: stretch(throws, 8, 15, [5]).from, quantity: throws.int(0, 3) },
      ],
      taken: Array.from({ length: throws.int(0, 2) }, () => ({
        at: stretch(throws, 7, 16, [5]).from,
        quantity: 1,
        appointmentId: appointment(`a${throws.int(0, 9)}`),
      })),
      leadTimeDays: 3,
    })),
    rules: randomRules(throws),
  });
  return { ...facts, others: [roomOf(throws), teamOf(throws, facts)] };
}

const HOURS = [range(at('06:00'), at('19:00')), range(at('06:00', 1), at('19:00', 1))];

function roomOf(throws: Dice): OtherFacts {
  const own = claims(throws, throws.int(0, 3)).map((one) => ({ ...one, units: throws.int(1, 2) }));
  return other('Room', { capacity: throws.int(1, 3), open: HOURS, busy: own });
}

/** Some of the technicians, now and then with something promised together. */
function teamOf(throws: Dice, facts: PlacementContext): OtherFacts {
  const members = facts.technicians
    .filter(() => throws.chance(60))
    .map(({ id, name, absences, busy }) => ({ id, name, absences, busy }));
  const promised = throws.chance(40) && members.length > 0 ? claims(throws, throws.int(1, 2)) : [];
  const own = promised.map((one) => ({ ...one, units: throws.int(1, members.length) }));
  return other('Crew', { kind: 'team', capacity: members.length, open: HOURS, members, busy: own });
}

/** Limits about everything, about one technician or about two bays, of every period; hours of a service type. */
function randomRules(throws: Dice): RuleFacts {
  if (throws.chance(50)) return NO_RULES;
  const limits = (['day', 'week', 'moment'] as const).flatMap((per): LimitFacts[] => {
    if (throws.chance(40)) return [];
    const resourceIds = throws.pick([null, [resource('tech0')], [resource('bay0'), resource('bay1')]]);
    const taken = Array.from({ length: throws.int(0, 5) }, () => ({
      ...stretch(throws, 7, 16, [30, 60, 120]),
      appointmentId: appointment(`a${throws.int(0, 9)}`),
    }));
    const days = [range(at('00:00'), at('24:00')), range(at('00:00', 1), at('24:00', 1))];
    const periods = per === 'day' ? days : per === 'week' ? [range(at('00:00'), at('24:00', 1))] : [];
    const serviceTypeId = throws.chance(20) ? SERVICE : null;
    return [{ name: per, priority: 1, per, maximum: throws.int(1, 4), resourceIds, serviceTypeId, periods, taken }];
  });
  const open = [range(at('08:00'), at('12:00')), range(at('10:00', 1), at('18:00', 1))];
  const blackouts = throws.chance(30) ? [{ ...stretch(throws, 8, 14, [60]), name: 'Away', priority: 1 }] : [];
  const services = throws.chance(50)
    ? [{ serviceTypeId: SERVICE, hours: throws.chance(70) ? { name: 'Hours', priority: 1, open } : null, blackouts }]
    : [];
  return { limits, services, approvals: [] };
}

function randomSeverities(throws: Dice): Readonly<Record<string, Severity>> {
  const names = [
    'skills',
    'on-shift',
    'travel-fits',
    'daily-maximum',
    'bay-free',
    'bay-open',
    'bay-capable',
    'location-open',
    'service-open',
    'capacity-limit',
  ];
  if (throws.chance(60)) return {};
  return Object.fromEntries(
    names.filter(() => throws.chance(25)).map((name) => [name, throws.pick(['caution', 'clear'] as const)]),
  );
}

export function randomNeeds(throws: Dice, facts: PlacementContext): PlacementNeeds {
  const ids = [...facts.technicians.map((one) => one.id), resource('nobody')];
  const some = (percent: number): typeof ids => ids.filter(() => throws.chance(percent));
  return needs({
    serviceTypeId: throws.chance(50) ? SERVICE : null,
    appointmentId: throws.chance(40) ? appointment(`a${throws.int(0, 9)}`) : null,
    duration: minutes(throws.pick([30, 45, 60, 120])),
    before: minutes(throws.pick([0, 5, 10])),
    after: minutes(throws.pick([0, 10, 30])),
    skills: throws.chance(60) ? [{ skill: throws.pick(SKILLS), level: throws.pick([1, 2, 3] as const) }] : [],
    capabilities: throws.chance(60) ? CAPABILITIES.filter(() => throws.chance(40)) : null,
    parts: ['plug', 'filter'].flatMap((name) =>
      throws.chance(25) ? [{ partId: part(name), quantity: throws.int(1, 2) }] : [],
    ),
    windows: throws.chance(30) ? [stretch(throws, 7, 14, [60, 180]), stretch(throws, 7, 14, [90])] : [],
    due: throws.chance(40) ? stretch(throws, 9, 17, [60]).to : null,
    priority: throws.pick(PRIORITIES),
    preferredTechnicians: some(25),
    forbiddenTechnicians: some(10),
    place: throws.chance(40) ? { address: '', coordinates: throws.pick(PLACES) } : null,
    durationRange: throws.chance(30) ? { kind: 'Repair', shortest: minutes(45), longest: minutes(90) } : null,
    askedAt: at('05:00'),
  });
}
