import type { ReadMessage } from '../../contract/messages/read-message.ts';
import type { Location } from '../../domain/organization/location.ts';
import { recommendedService, type RecommendedService } from '../../domain/policy/recommended-service.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ServiceType } from '../../domain/work/service-type.ts';
import type { Reader } from '../ports/store.ts';

/** What a message recommends, out of the catalogue, as it can be done at the location. */
export async function meantService(
  read: Reader,
  message: ReadMessage,
  location: Location | null,
): Promise<RecommendedService> {
  const { service: hint, severity, summary, fault, occurredAt } = message;
  return recommendedService(
    { hint, severity, text: `${summary} ${fault}` },
    {
      serviceTypes: await read.all('serviceType'),
      kinds: await read.all('appointmentKind'),
      canDo: await whatCanBeDone(read, location, occurredAt),
    },
  );
}

/**
 * Whether somebody active there has all the skills, and some bay all that it must offer; who is free is the booking's
 * question. What has run out on the message's day does not count: the same for all who ask about the message.
 */
async function whatCanBeDone(
  read: Reader,
  location: Location | null,
  at: Instant,
): Promise<(serviceType: ServiceType) => boolean> {
  const day = new Date(at).toISOString().slice(0, 10);
  const isGood = ({ expiresOn }: { readonly expiresOn: string | null }): boolean =>
    expiresOn === null || expiresOn >= day;
  const there = (await read.all('resource')).filter((one) => one.active && one.locationId === location?.id);
  const able = there.flatMap((one) => (one.kind === 'technician' ? [one.skills.filter(isGood)] : []));
  const bays = there.flatMap((one) => (one.kind === 'bay' ? [one.capabilities.filter(isGood)] : []));
  return ({ skills, capabilities }) =>
    able.some((own) =>
      skills.every((need) => own.some((one) => one.skill === need.skill && one.level >= need.level)),
    ) &&
    (capabilities === null ||
      bays.some((own) => capabilities.every((name) => own.some(({ capability }) => capability === name))));
}
