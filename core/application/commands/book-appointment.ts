import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert, type Op } from '../../domain/ops/op.ts';
import { addMinutes, instant } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentState, Claim } from '../../domain/work/appointment.ts';
import { announce, announceLead } from '../announce.ts';
import { checkExtras, usualExtras, type Extras } from '../appointment-extras.ts';
import { pendingApproval } from '../approvals.ts';
import { loadBookingSource, type BookingSource } from '../booking-source.ts';
import { bringAppointment } from '../bringing/bring-appointment.ts';
import { checkSeveral, isNobodyNowhere, missingFrom } from '../claimed.ts';
import { checkClaims, checkTimes } from '../claims-check.ts';
import { releaseExpired } from '../holds.ts';
import { reserveOrOrder } from '../part-orders.ts';
import { busyOf, findPlace } from '../place.ts';
import type { WriteTx } from '../ports/store.ts';
import { decide, invalid, isNew } from '../refusals.ts';
import type { Scene, UseCase } from '../use-case.ts';

type Args = ParsedArgs<'bookAppointment'>;

/**
 * Work finds its bay or its technician when one is missing; a meeting takes what it claims. A request that claims nothing
 * has no place yet: only its time is judged.
 */
export const bookAppointment: UseCase<'bookAppointment'> = async (tx, args, scene) => {
  if (args.imported !== undefined) return bringAppointment(tx, args, args.imported, scene);
  const fresh = await isNew(tx, 'appointment', args.id);
  if (!fresh.ok) return fresh;
  const loaded = await loadBookingSource(tx, args, scene.now);
  if (!loaded.ok) return loaded;
  const source = loaded.value;
  const end = args.end ?? addMinutes(args.start, source.needs.duration);
  const times = checkTimes(args.start, end);
  if (!times.ok) return times;
  const checked = await checkClaims(tx, args.claims, args.locationId);
  if (!checked.ok) return checked;
  const bare = args.claims.length === 0;
  if (!bare && isNobodyNowhere(checked.value.claims, source))
    return invalid('claims', 'must name a technician, a team or a bay');
  const several = checkSeveral(scene, checked.value.claims);
  if (!several.ok) return several;
  const place = await findPlace(tx, scene, {
    ...source,
    ...checked.value,
    start: args.start,
    end,
    find: bare ? null : missingFrom(checked.value.claims, source),
    kept: null,
    recording: args.recording,
  });
  if (!place.ok) return place;
  const extras = checkExtras(args, usualExtras(scene), source.serviceType, scene);
  if (!extras.ok) return extras;
  const booked = appointmentOf(args, source, { end, claims: place.value.claims, extras: extras.value, scene });
  const waits = args.as === 'held' ? null : await pendingApproval(tx, scene, booked, args.as);
  const appointment = waits === null ? booked : { ...booked, state: waits };
  const ops = await opsOf(tx, scene, args, source, appointment);
  if (!ops.ok) return ops;
  const { overrode } = place.value;
  return decide(appointment.title, ops.value, { overrode, domainEvents: eventsOf(appointment) });
};

async function opsOf(
  tx: WriteTx,
  scene: Scene,
  args: Args,
  source: BookingSource,
  appointment: Appointment,
): Promise<Outcome<readonly Op[], Refusal>> {
  const inserted = insert('appointment', appointment);
  if (appointment.state.status === 'requested') return accept([inserted]);
  const busy = busyOf(source.needs, appointment.start, appointment.end);
  const resourceIds = appointment.claims.map((claim) => claim.resourceId);
  const expired = await releaseExpired(tx, scene, resourceIds, busy, null);
  const wanted = source.workOrder !== null || args.reservationIds.length > 0;
  const buyer = { appointment, workOrder: source.workOrder };
  const { parts } = source.needs;
  const reserved = wanted ? await reserveOrOrder(tx, scene, buyer, parts, args.reservationIds, expired) : accept([]);
  return reserved.ok ? accept([...expired, inserted, ...reserved.value]) : reserved;
}

/** The outside hears of a request only when it is confirmed. */
function eventsOf(appointment: Appointment): ReturnType<typeof announceLead> {
  const { status } = appointment.state;
  if (status === 'requested') return [];
  const scheduled = status === 'confirmed' ? [announce('appointment.scheduled', appointment)] : [];
  return [...scheduled, ...announceLead(null, appointment)];
}

function stateOf({ as, until }: Args, source: BookingSource, scene: Scene): AppointmentState {
  const latest = addMinutes(scene.now, source.organization.policy.holdMinutes);
  switch (as) {
    case 'requested':
      return { status: 'requested', approval: 'none' };
    case 'held':
      if (until !== undefined && until <= scene.now) return { status: 'requested', approval: 'none' };
      return { status: 'held', until: instant(Math.min(until ?? latest, latest)) };
    case 'confirmed':
      return { status: 'confirmed' };
  }
}

/** The row of a booking whose place has been found. */
export function appointmentOf(
  args: Args,
  source: BookingSource,
  found: {
    readonly end: Appointment['end'];
    readonly claims: readonly Claim[];
    readonly extras: Extras;
    readonly scene: Scene;
  },
): Appointment {
  const { workOrder, serviceType, needs, location } = source;
  return {
    id: args.id,
    organizationId: location.organizationId,
    locationId: args.locationId,
    title: args.title === '' ? needs.title : args.title,
    description: args.description,
    start: args.start,
    end: found.end,
    before: needs.before,
    after: needs.after,
    state: stateOf(args, source, found.scene),
    claims: found.claims,
    priority: needs.priority,
    kindId: serviceType?.kindId ?? null,
    serviceTypeId: serviceType?.id ?? null,
    workOrderId: args.workOrderId,
    customerId: workOrder?.customerId ?? args.customerId,
    unitId: workOrder?.unitId ?? args.unitId,
    place: needs.place,
    participants: args.participants,
    pinned: false,
    meetingUrl: args.meetingUrl ?? '',
    ...found.extras,
    remind: args.remind ?? true,
    rescheduleCount: 0,
    rescheduledAt: null,
    seriesId: null,
    occurrence: null,
    segment: args.segment ?? null,
    suggested: args.suggested,
    reminded: [],
    ordered: [],
  };
}
