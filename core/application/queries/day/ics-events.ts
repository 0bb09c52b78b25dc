import type { Location } from '../../../domain/organization/location.ts';
import type { Resource, ResourceId } from '../../../domain/resources/resource.ts';
import type { Appointment, AppointmentStatus, Participant } from '../../../domain/work/appointment.ts';
import type { IcsWriterEvent } from '../../ports/ics-writer.ts';
import type { Scene } from '../../use-case.ts';
import { unitText, type Labels } from './labels.ts';
import { coordinatesOf, shownState } from './visits.ts';

export interface IcsFacts {
  readonly location: Location;
  readonly labels: Labels;
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly scene: Scene;
}

/** Our words into RFC 5545's (3.8.1.11). */
const STATUS: Readonly<Record<AppointmentStatus, IcsWriterEvent['status']>> = {
  requested: 'TENTATIVE',
  held: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  'in-progress': 'CONFIRMED',
  completed: 'CONFIRMED',
  cancelled: 'CANCELLED',
  'no-show': 'CANCELLED',
};

const RESPONSE = {
  none: 'needs-action',
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
} as const;

/** One appointment as others may read it: what, where, who; never the notes kept about the customer. */
export function icsEvent(appointment: Appointment, facts: IcsFacts): IcsWriterEvent {
  const { location, scene } = facts;
  const organizer = appointment.participants.find((one) => one.role === 'organizer' && one.email !== '');
  const guests = appointment.participants.filter((one) => one !== organizer && one.email !== '');
  return {
    uid: `${appointment.id}@laneway`,
    sequence: appointment.rescheduleCount,
    stamp: scene.now,
    start: appointment.start,
    end: appointment.end,
    zone: appointment.zone ?? location.zone,
    summary: appointment.title,
    description: describe(appointment, facts),
    location: appointment.place?.address ?? [location.name, location.address].filter((one) => one !== '').join(', '),
    url: appointment.meetingUrl,
    ...(organizer === undefined ? {} : { organizer: { name: organizer.name, email: organizer.email } }),
    attendees: guests.map(attendee),
    status: STATUS[shownState(appointment, scene.now).status],
    geo: coordinatesOf(appointment, location),
  };
}

function attendee(one: Participant): IcsWriterEvent['attendees'][number] {
  return { name: one.name, email: one.email, response: RESPONSE[one.response] };
}

/** Number, customer, unit, the people and the bay, then the description, a line each. */
function describe(appointment: Appointment, { labels, resources }: IcsFacts): string {
  const number = labels.workOrder(appointment)?.number;
  const claimed = appointment.claims.flatMap((claim) => resources.get(claim.resourceId)?.name ?? []);
  const lines = [
    [number === undefined ? '' : `#${number}`, labels.customer(appointment)?.name ?? '']
      .filter((one) => one !== '')
      .join(' '),
    unitText(labels.unit(appointment)),
    claimed.join(', '),
    appointment.description,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
