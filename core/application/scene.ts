import type { HostKind } from '../contract/host-kind.ts';
import type { ActingUser } from '../domain/organization/actor.ts';
import type { Instant } from '../domain/time/instant.ts';
import { createHoursCache } from './hours-cache.ts';
import type { Surroundings } from './ports/surroundings.ts';
import { createRecurrenceCache } from './series/recurrence-cache.ts';
import type { Scene } from './use-case.ts';
import { createExposureMemory } from './waiting/exposure-memory.ts';

/** What differs from call to call. `now` is given only where a command brings its own clock: sample data, imports. */
export interface Moment {
  readonly host: HostKind;
  /** Default: the local user of the surroundings, in no organization. */
  readonly actor?: ActingUser;
  readonly acceptCautions?: boolean;
  readonly now?: Instant;
}

export type SceneMaker = (moment: Moment) => Scene;

/** Scenes that share one set of expanded hours. Make one of these for each store, not for each call. */
export function createScenes(surroundings: Surroundings): SceneMaker {
  const hours = createHoursCache(surroundings.zones);
  const recurrences = createRecurrenceCache();
  const exposures = createExposureMemory();
  const local: ActingUser = { ...surroundings.actor, organizationId: null, resourceId: null };
  return ({ host, actor = local, acceptCautions = false, now = surroundings.clock.now() }) => ({
    now,
    surroundings,
    actor,
    host,
    acceptCautions,
    hours,
    recurrences,
    exposures,
  });
}
