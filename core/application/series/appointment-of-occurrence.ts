import type { Occurrence } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';
import type { Appointment, AppointmentId, Claim } from '../../domain/work/appointment.ts';
import { usualExtras } from '../appointment-extras.ts';
import type { Scene } from '../use-case.ts';
import type { SeriesNeeds } from './occurrence-needs.ts';

/** The appointment that an occurrence becomes: confirmed, with the series' words and its own time. */
export function appointmentOfOccurrence(
  series: Series,
  occurrence: Occurrence,
  by: {
    readonly id: AppointmentId;
    readonly claims: readonly Claim[];
    readonly scene: Scene;
    readonly asked: SeriesNeeds;
  },
): Appointment {
  return {
    id: by.id,
    organizationId: series.organizationId,
    locationId: series.locationId,
    title: series.name,
    description: series.description,
    start: occurrence.range.from,
    end: occurrence.range.to,
    before: series.before,
    after: series.after,
    state: { status: 'confirmed' },
    claims: by.claims,
    priority: series.priority,
    kindId: by.asked.source.kind?.id ?? null,
    serviceTypeId: series.serviceTypeId,
    workOrderId: null,
    customerId: series.customerId,
    unitId: series.unitId,
    place: series.place,
    participants: series.participants,
    pinned: false,
    meetingUrl: '',
    ...usualExtras(by.scene),
    remind: true,
    rescheduleCount: 0,
    rescheduledAt: null,
    seriesId: series.id,
    occurrence: occurrence.start,
    segment: null,
    suggested: null,
    reminded: [],
    ordered: [],
  };
}
