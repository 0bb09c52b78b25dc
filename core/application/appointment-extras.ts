import { accept, type Outcome } from '../kernel/outcome.ts';
import type { ParsedArgs } from '../contract/client.ts';
import type { Refusal } from '../contract/refusal.ts';
import { dataProblems } from '../domain/work/custom-data.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { ServiceType } from '../domain/work/service-type.ts';
import { invalid, invalidAll } from './refusals.ts';
import type { Scene } from './use-case.ts';

/** What an appointment carries besides its place and its people. */
export type Extras = Pick<
  Appointment,
  'source' | 'externalIds' | 'requestedBy' | 'workItem' | 'customData' | 'rescheduleLimit' | 'zone' | 'locationText'
>;

type Given = Pick<ParsedArgs<'updateAppointment'>, keyof Extras>;

/**
 * The fields with what was given, and `before` for what was left out. Custom data must fit the service type's schema when
 * it is given: who has none to give yet is not held up by it.
 */
export function checkExtras(
  given: Given,
  before: Extras,
  serviceType: ServiceType | null,
  scene: Scene,
): Outcome<Extras, Refusal> {
  const schema = serviceType?.dataSchema ?? null;
  if (given.customData !== undefined && schema !== null) {
    const problems = dataProblems(schema, given.customData, 'customData');
    if (problems.length > 0) return invalidAll(problems.map(({ path, reason }) => ({ field: path, reason })));
  }
  const zone = zoneOf(given, before, scene);
  if (zone === undefined) return invalid('zone', 'must be a time zone that exists, like Europe/Oslo');
  return accept({
    source: given.source === undefined ? before.source : given.source,
    externalIds: given.externalIds ?? before.externalIds,
    requestedBy: given.requestedBy ?? before.requestedBy,
    workItem: given.workItem === undefined ? before.workItem : given.workItem,
    customData: given.customData ?? before.customData,
    rescheduleLimit: given.rescheduleLimit === undefined ? before.rescheduleLimit : given.rescheduleLimit,
    zone,
    locationText: given.locationText ?? before.locationText,
  });
}

/** A zone under an older name is kept under its present one; undefined when there is no such zone. */
function zoneOf(given: Given, before: Extras, scene: Scene): Extras['zone'] | undefined {
  if (given.zone === undefined) return before.zone;
  return given.zone === null ? null : scene.surroundings.zones.canonical(given.zone);
}

/** What a booking has when nothing else is said. */
export function usualExtras(scene: Scene): Extras {
  return {
    source: null,
    externalIds: [],
    requestedBy: scene.actor.name,
    workItem: null,
    customData: {},
    rescheduleLimit: null,
    zone: null,
    locationText: '',
  };
}
