import * as fc from 'fast-check';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { hours } from '../../builders/world.ts';
import { allowing } from './allowing.ts';
import { below, mostly, pick, sent, weighted } from './arbitraries.ts';
import { asArgs } from './as-args.ts';
import { ask, type Asked } from './asks.ts';
import { locationArgs } from './build-site.ts';
import { nth } from './naming.ts';
import { policyOf } from './needs.ts';
import { every, type Row } from './rows.ts';
import { crowns } from './site.ts';
import type { Sent } from './steps.ts';
import { topic, type Scene } from './topic.ts';

const WHAT = [
  ...(['addAppointmentKind', 'updateAppointmentKind', 'addServiceType', 'updateServiceType'] as const),
  ...(['updateServiceType', 'updatePolicy', 'updatePolicy', 'updateLocation'] as const),
] as const;

/** `fits` is false where something is wrong with it. */
interface AllowStep extends Sent {
  readonly do: 'allow';
  readonly what: (typeof WHAT)[number];
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

/** What the organization, its location, kinds and services say of how work may be done. */
export const allowTopic = topic<AllowStep>({
  steps: [
    weighted(
      7,
      fc.record({
        do: fc.constant('allow'),
        what: fc.constantFrom(...WHAT),
        pick,
        value: below(1000),
        fits: mostly(true),
        ...sent,
      } as const),
    ),
  ],
  say: { allow: saying },
  answers: allowing,
  notForDispatchers: [
    ...(['addAppointmentKind', 'updateAppointmentKind', 'addServiceType', 'updateServiceType'] as const),
    ...(['updatePolicy', 'updateLocation'] as const),
  ],
});

function saying({ what, pick: which, value, fits }: AllowStep, { model, site, ids }: Scene): Asked {
  const known = (entity: Row['entity']): string => nth(fits ? every(model.rows, entity) : [], which)?.id ?? ids.next();
  const fresh = (entity: Row['entity']): string =>
    (fits ? null : nth(every(model.rows, entity), which)?.id) ?? ids.next();
  const kind = nth(every(model.rows, 'appointmentKind'), value)?.id ?? ids.next();
  switch (what) {
    case 'addAppointmentKind':
      return ask('addAppointmentKind', { id: fresh('appointmentKind'), ...kindOf(value) });
    case 'updateAppointmentKind':
      return ask('updateAppointmentKind', { id: known('appointmentKind'), ...kindOf(value) });
    case 'addServiceType':
      return ask('addServiceType', { id: fresh('serviceType'), kindId: kind, ...serviceOf(value, site.partId) });
    case 'updateServiceType': {
      const kindId = value % 17 === 0 ? ids.next() : kind;
      return ask('updateServiceType', { id: known('serviceType'), kindId, ...serviceOf(value, site.partId) });
    }
    case 'updatePolicy':
      return ask('updatePolicy', {
        organizationId: fits ? site.organizationId : ids.next(),
        policy: policyFrom(value, model),
      });
    case 'updateLocation': {
      const open = hours(6 + (value % 4), 16 + (value % 5));
      const shows = ([{}, {}, { exposes: 'computed' }, { exposes: 'published' }] as const)[value % 4];
      const place = { ...locationArgs(fits ? site.locationId : ids.next(), open), ...ownPolicy(value), ...shows };
      return ask('updateLocation', value % 11 === 0 ? { ...place, zone: 'Europe/Nowhere' } : place);
    }
  }
}

/** Now and then one that ends before it begins. */
function kindOf(value: number): Omit<CommandArgs<'addAppointmentKind'>, 'id'> {
  const shortest = 30 + (value % 4) * 15;
  const longest = value % 13 === 0 ? shortest - 15 : 90 + (value % 7) * 30;
  const priority = (['low', 'normal', 'normal', 'high'] as const)[value % 4] ?? 'normal';
  const autoBook = (['never', 'critical-alerts', 'next-slot', 'next-slot'] as const)[value % 4] ?? 'never';
  const code = (['repair', 'repair', 'emergency', 'diagnostic'] as const)[(value >> 2) % 4] ?? 'repair';
  return { code, name: `Repair ${value % 5}`, shortest, longest, priority, autoBook };
}

type ServiceArgs = Omit<CommandArgs<'updateServiceType'>, 'id' | 'kindId'>;

/** Some of everything that a service can ask for; a price that is not named stays what it is. */
function serviceOf(value: number, partId: string): ServiceArgs {
  const thermostats = value % 3;
  return {
    name: `Service ${value % 9}`,
    duration: 30 + (value % 5) * 15,
    skills: value % 4 === 0 ? [{ skill: 'Engine', level: value % 8 === 0 ? 2 : 1 }] : [],
    capabilities: value % 3 === 0 ? null : value % 5 === 0 ? ['lift'] : [],
    parts: thermostats === 0 ? [] : [{ partId, quantity: thermostats }],
    bufferBefore: ([null, null, 0, 10] as const)[value % 4] ?? null,
    bufferAfter: ([null, 0, 5, 30] as const)[(value >> 2) % 4] ?? null,
    checklist: [],
    ...(value % 2 === 0 ? {} : { price: value % 7 === 0 ? null : crowns(value * 3) }),
  };
}

/** Mostly nothing is said of what the location does otherwise. */
function ownPolicy(value: number): Pick<CommandArgs<'updateLocation'>, 'policy'> {
  if (value % 3 !== 0) return {};
  return {
    policy: value % 2 === 0 ? {} : { bufferAfter: value % 25, dailyMaximum: 1 + (value % 4), autoBookDays: value % 5 },
  };
}

const RULES = ['daily-maximum', 'duration-range', 'location-open', 'skills', 'on-shift', 'capacity-limit', 'not-past'];
const SEVERITIES = ['clear', 'caution', 'block'] as const;

/** One rule's severity changes, and one of the numbers; terms of fees too, unless nothing is said of them. */
function policyFrom(value: number, { rows }: Scene['model']): CommandArgs<'updatePolicy'>['policy'] {
  const { cancellation, planning: _planning, ...before } = asArgs(policyOf(rows));
  const rule = value % 23 === 0 ? 'on-shfit' : (RULES[value % RULES.length] ?? '');
  const severity = SEVERITIES[(value >> 3) % SEVERITIES.length] ?? 'block';
  const changes = [
    { bufferBefore: value % 11 },
    { bufferAfter: (value % 3) * 15 },
    { dailyMaximum: 2 + (value % 4) },
    { holdMinutes: 5 + (value % 30) },
    { reminderHours: 2 + (value % 40) },
    { autoBook: value % 3 !== 0, autoBookDays: value % 9 },
  ];
  const late = { ...cancellation.late, terms: { kind: 'percent' as const, percent: value % 100 } };
  return {
    ...before,
    severities: { ...before.severities, [rule]: severity },
    ...changes[value % changes.length],
    ...(value % 3 === 0 ? { cancellation: { ...cancellation, late, freeUntil: (value % 72) * 60 } } : {}),
  };
}
