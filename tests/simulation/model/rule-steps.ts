import * as fc from 'fast-check';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { range } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import { hours } from '../../builders/world.ts';
import { below, mostly, pick, sent, weighted } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { nth } from './naming.ts';
import { lanesOf } from './needs.ts';
import { addBlackout, addRule, removeRule, setAvailability, updateRule } from './ruling.ts';
import { every } from './rows.ts';
import type { Sent } from './steps.ts';
import { topic, type Scene } from './topic.ts';

/** `value` says which of the contents, `scope` what it is about; without `fits` something named is not there. */
interface OnRule extends Sent {
  readonly do: 'rule';
  readonly what: 'add' | 'update' | 'remove';
  readonly pick: number;
  readonly value: number;
  readonly scope: number;
  readonly fits: boolean;
}

interface Blackout extends Sent {
  readonly do: 'blackout';
  readonly pick: number;
  readonly hour: number;
  readonly fits: boolean;
}

interface Availability extends Sent {
  readonly do: 'availability';
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

const value = below(1000);

/** What is allowed by stored rules and by the hours of a resource. */
export const ruleTopic = topic<OnRule | Blackout | Availability>({
  steps: [
    weighted(
      7,
      fc.record({
        do: fc.constant('rule'),
        what: fc.constantFrom('add', 'add', 'update', 'update', 'remove', 'remove'),
        pick,
        value,
        scope: value,
        fits: mostly(true),
        ...sent,
      } as const),
    ),
    weighted(
      2,
      fc.record({ do: fc.constant('blackout'), pick, hour: below(96), fits: mostly(true), ...sent } as const),
    ),
    weighted(2, fc.record({ do: fc.constant('availability'), pick, value, fits: mostly(true), ...sent } as const)),
  ],
  say: { rule: ruling, blackout: blackingOut, availability: setting },
  answers: {
    addScheduleRule: (model, _site, asked) => addRule(model, asked),
    updateScheduleRule: (model, _site, asked) => updateRule(model, asked),
    removeScheduleRule: (model, _site, asked) => removeRule(model, asked),
    addBlackout: (model, _site, asked) => addBlackout(model, asked),
    setAvailability: (model, _site, asked) => setAvailability(model, asked),
  },
  notForDispatchers: ['addScheduleRule', 'updateScheduleRule', 'removeScheduleRule', 'addBlackout', 'setAvailability'],
});

type RuleArgs = CommandArgs<'addScheduleRule'>;

function ruling(step: OnRule, scene: Scene): Asked | null {
  const { model, ids } = scene;
  const known = nth(every(model.rows, 'scheduleRule'), step.pick)?.id ?? null;
  if (step.what === 'remove') return ask('removeScheduleRule', { id: (step.fits ? known : null) ?? ids.next() });
  const taken = (step.what === 'add') !== step.fits;
  const id = (taken ? known : null) ?? ids.next();
  const head = { id, name: `Rule ${step.value % 3}`, description: '', priority: step.pick % 4 };
  const rule = { ...head, active: step.pick % 6 !== 0, scope: scopeOf(step.scope, scene), rule: contentOf(step.value) };
  return step.what === 'add' ? ask('addScheduleRule', rule) : ask('updateScheduleRule', rule);
}

/** Mostly narrow ones, so that not all stands still; rarely one of something that is not there. */
function scopeOf(scope: number, { model, site, ids }: Scene): RuleArgs['scope'] {
  const lane = nth(lanesOf(model.rows), scope);
  const service = nth(every(model.rows, 'serviceType'), scope);
  const missing = scope % 29 === 0;
  switch (scope % 8) {
    case 0:
      return { of: 'organization' };
    case 1:
      return { of: 'location', locationId: missing ? ids.next() : site.locationId };
    case 2:
      return {
        of: 'resource-kind',
        kind: lane?.kind ?? 'bay',
        locationId: scope % 3 === 0 ? null : missing ? ids.next() : site.locationId,
      };
    case 3:
    case 4:
      return { of: 'service-type', serviceTypeId: missing ? ids.next() : (service?.id ?? '') };
    default:
      return { of: 'resource', resourceId: missing ? ids.next() : (lane?.id ?? '') };
  }
}

const PRIORITIES = [null, null, null, 'normal', 'high'] as const;
const PERIODS = ['day', 'day', 'week', 'moment'] as const;

function contentOf(number: number): RuleArgs['rule'] {
  const priority = PRIORITIES[number % PRIORITIES.length] ?? null;
  const day = `2026-11-${23 + (number % 4)}`;
  switch (number % 7) {
    case 0:
    case 1:
      return {
        kind: 'availability',
        hours: hours(7 + (number % 3), 15 + (number % 4)),
        during: number % 2 === 0 ? { from: day, to: day } : null,
      };
    case 2:
      return { kind: 'blackout', range: range(at(number % 96), at((number % 96) + 2)) };
    case 3:
      return {
        kind: 'auto-approval',
        maximumDuration: number % 2 === 0 ? null : 60 + (number % 90),
        minimumPriority: priority,
      };
    case 4:
      return {
        kind: 'require-approval',
        minimumDuration: number % 2 === 0 ? null : 30 + (number % 120),
        minimumPriority: priority,
      };
    default:
      return { kind: 'capacity-limit', maximum: 1 + (number % 5), per: PERIODS[number % PERIODS.length] ?? 'day' };
  }
}

function blackingOut({ pick: which, hour, fits }: Blackout, { model, site, ids }: Scene): Asked {
  const lane = nth(lanesOf(model.rows), which)?.id ?? ids.next();
  const isLane = which % 4 !== 0;
  const id = (fits ? null : nth(every(model.rows, 'scheduleRule'), which)?.id) ?? ids.next();
  return ask('addBlackout', {
    id,
    resourceId: isLane ? (which % 13 === 0 ? ids.next() : lane) : null,
    locationId: isLane ? null : which % 13 === 0 ? ids.next() : site.locationId,
    name: 'Audit',
    description: '',
    range: range(at(hour), at(hour + 1 + (which % 2))),
  });
}

function setting({ pick: which, value: number, fits }: Availability, { model, ids }: Scene): Asked {
  const resourceId = fits ? nth(lanesOf(model.rows), which)?.id : undefined;
  const weekdays = number % 3 === 0 ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  return ask('setAvailability', {
    resourceId: resourceId ?? ids.next(),
    ...(number % 5 === 0 ? {} : { from: (7 + (number % 3)) * 60, to: (15 + (number % 5)) * 60, weekdays }),
  });
}
