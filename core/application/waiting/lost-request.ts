import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { Kept, Sought } from '../../planning/waitlist/kept-place.ts';
import { hasPeople } from '../claimed.ts';

/**
 * What a request that was displaced takes along wherever it is offered a place: the bay and whoever does the work may be
 * others, everything else stays as it was claimed. Time booked by itself keeps its people, too: an interview with
 * somebody else is another interview. Null when nothing stays.
 */
export function keptOf(lost: Appointment, needs: Pick<PlacementNeeds, 'capabilities'>): Kept | null {
  const isWork = lost.workOrderId !== null || lost.serviceTypeId !== null;
  if (!isWork) return { claims: lost.claims, lead: null, bay: null };
  const lead = lost.claims.find((claim) => claim.role === 'lead');
  const bay = needs.capabilities === null ? undefined : lost.claims.find((claim) => claim.role === 'bay');
  const claims = lost.claims.filter((claim) => claim !== lead && claim !== bay);
  if (claims.length === 0) return null;
  const seeksLead = lead !== undefined || !hasPeople(claims);
  return { claims, lead: seeksLead ? soughtAs(lead) : null, bay: needs.capabilities === null ? null : soughtAs(bay) };
}

function soughtAs(claim: Appointment['claims'][number] | undefined): Sought {
  return { had: claim?.resourceId ?? null, units: claim?.units ?? 1 };
}

/** What the request said besides its place. Its external ids stay with it: they are one row's alone. */
export type Carried = Pick<
  Appointment,
  | 'description'
  | 'meetingUrl'
  | 'participants'
  | 'source'
  | 'customData'
  | 'requestedBy'
  | 'workItem'
  | 'zone'
  | 'locationText'
  | 'rescheduleLimit'
  | 'remind'
> &
  Partial<Pick<Appointment, 'priority'>>;

export function carriedFrom(lost: Appointment): Carried {
  const { description, meetingUrl, participants, source, customData, requestedBy } = lost;
  const { workItem, zone, locationText, rescheduleLimit, remind, priority } = lost;
  return {
    description,
    meetingUrl,
    participants,
    source,
    customData,
    requestedBy,
    workItem,
    zone,
    locationText,
    rescheduleLimit,
    remind,
    // How much a work order matters it says itself.
    ...(lost.workOrderId === null ? { priority } : {}),
  };
}
