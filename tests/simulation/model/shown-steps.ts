import * as fc from 'fast-check';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { below, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { expose } from './exposure.ts';
import { nth, startOf } from './naming.ts';
import { lanesOf } from './needs.ts';
import { every } from './rows.ts';
import { slotKey } from './shown-rows.ts';
import { generate, withdraw } from './slots.ts';
import type { Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';

interface Expose extends Sent {
  readonly do: 'expose';
  readonly requester: string;
  readonly service: number;
  /** A place among the lanes; null asks for nobody in particular. */
  readonly person: number | null;
  readonly day: number | null;
  readonly days: number;
}

interface Publish extends Sent {
  readonly do: 'publish';
  readonly person: number | null;
  readonly day: number;
  readonly days: number;
  readonly length: number;
  readonly gap: number;
  readonly service: number | null;
}

interface Withdraw extends When, Sent {
  readonly do: 'withdraw';
  readonly person: number | null;
}

/** `fits` is false where it asks for what was not shown. */
interface HoldShown extends Sent {
  readonly do: 'holdShown';
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

type ShownStep = Expose | Publish | Withdraw | HoldShown;

const person = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: below(3) },
  { weight: 1, arbitrary: pick },
);

/** What outsiders are shown, and what is published for them. */
export const shownTopic = topic<ShownStep>({
  steps: [
    weighted(
      6,
      fc.record({
        do: fc.constant('expose'),
        requester: fc.constantFrom('Portal', 'Portal', 'Kiosk'),
        service: pick,
        person,
        day: fc.option(below(6), { nil: null }),
        days: fc.constantFrom(1, 1, 2),
        ...sent,
      } as const),
    ),
    weighted(
      1,
      fc.record({
        do: fc.constant('publish'),
        person,
        day: below(6),
        days: fc.constantFrom(1, 1, 2),
        length: fc.constantFrom(45, 60, 60, 90),
        gap: fc.constantFrom(0, 0, 15, 20),
        service: fc.option(pick, { nil: null }),
        ...sent,
      } as const),
    ),
    weighted(1, fc.record({ do: fc.constant('withdraw'), person, ...when, ...sent } as const)),
    weighted(
      4,
      fc.record({ do: fc.constant('holdShown'), pick, value: below(1000), fits: mostly(true), ...sent } as const),
    ),
  ],
  say: { expose: exposing, publish: publishing, withdraw: withdrawing, holdShown: holding },
  answers: { exposeSlots: expose, generateSlots: generate, withdrawSlots: withdraw },
  read: async (read, { locationId }) => {
    const slots = await read.find('slotInstance', { locationId });
    return [
      ...(await read.find('exposure', { locationId })),
      ...slots.map((one) => ({ ...one, id: slotKey(one), realId: one.id })),
    ];
  },
});

const personOf = ({ model }: Scene, place: number | null): string | null =>
  place === null ? null : (nth(lanesOf(model.rows), place)?.id ?? null);
const dateOf = (day: number): string => `2026-11-${23 + day}`;

function exposing(step: Expose, scene: Scene): Asked | null {
  const service = nth(every(scene.model.rows, 'serviceType'), step.service);
  if (service === null) return null;
  return ask('exposeSlots', {
    id: scene.ids.next(),
    requester: step.requester,
    locationId: scene.site.locationId,
    serviceTypeId: service.id,
    resourceId: personOf(scene, step.person),
    from: step.day === null ? null : dateOf(step.day),
    days: step.days,
  });
}

function holding({ pick: which, value, fits }: HoldShown, { model, site, ids }: Scene): Asked | null {
  const exposures = every(model.rows, 'exposure');
  const standing = exposures.filter((one) => one.until > model.now);
  const exposure = nth(value % 9 === 0 ? exposures : standing, which);
  const slot = nth(exposure?.slots ?? [], value);
  if (exposure === null || slot === null) return null;
  return ask('holdSlot', {
    requester: value % 11 === 0 ? 'Somebody' : exposure.requester,
    key: ids.next(),
    locationId: site.locationId,
    workOrderId: null,
    serviceTypeId: exposure.serviceTypeId,
    start: fits ? slot.start : addMinutes(slot.start, 5),
    technicianId: slot.technicianId,
    bayId: value % 2 === 0 ? slot.bayId : null,
    exposureId: exposure.id,
    customerId: nth(every(model.rows, 'customer'), value)?.id ?? null,
    unitId: null,
    participants: [],
    description: '',
  });
}

function publishing(step: Publish, scene: Scene): Asked {
  const id = personOf(scene, step.person);
  const service = step.service === null ? null : nth(every(scene.model.rows, 'serviceType'), step.service);
  return ask('generateSlots', {
    locationId: scene.site.locationId,
    resourceIds: id === null ? null : [id],
    from: dateOf(step.day),
    days: step.days,
    duration: step.length,
    gap: step.gap,
    serviceTypeId: service?.id ?? null,
  });
}

function withdrawing(step: Withdraw, scene: Scene): Asked {
  const from = startOf(step);
  return ask('withdrawSlots', {
    locationId: scene.site.locationId,
    resourceId: personOf(scene, step.person),
    range: { from, to: addMinutes(from, 2 * step.length) },
  });
}
