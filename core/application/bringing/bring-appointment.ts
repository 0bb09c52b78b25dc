import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert } from '../../domain/ops/op.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import { addMinutes, instant, range } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentState } from '../../domain/work/appointment.ts';
import { announce, announceLead } from '../announce.ts';
import { checkExtras, usualExtras } from '../appointment-extras.ts';
import { loadBookingSource, type BookingSource } from '../booking-source.ts';
import { checkClaims, checkTimes, type CheckedClaims } from '../claims-check.ts';
import { releaseExpired } from '../holds.ts';
import { findPlace } from '../place.ts';
import type { Reader, WriteTx } from '../ports/store.ts';
import { decide, found, foundAll, foundOrNull, invalid, isNew } from '../refusals.ts';
import type { Decision, Scene } from '../use-case.ts';
import { broughtParts } from './brought-parts.ts';
import { mayBring } from './may-bring.ts';

type Args = ParsedArgs<'bookAppointment'>;
type Imported = NonNullable<Args['imported']>;

/**
 * An exported appointment as it was. What was agreed stays agreed: whatever the rules now say against its place is a
 * caution. Two at once on one resource are refused by the store as ever.
 */
export async function bringAppointment(
  tx: WriteTx,
  args: Args,
  imported: Imported,
  scene: Scene,
): Promise<Outcome<Decision, Refusal>> {
  const may = mayBring(scene, imported);
  if (!may.ok) return may;
  const fresh = await isNew(tx, 'appointment', args.id);
  if (!fresh.ok) return fresh;
  const named = await checkNamed(tx, args, imported);
  if (!named.ok) return named;
  // What is cancelled is of an order that may be done, or booked anew.
  const over = imported.state.status === 'cancelled';
  const loaded = await loadBookingSource(tx, over ? { ...args, workOrderId: null, segment: null } : args, scene.now);
  if (!loaded.ok) return loaded;
  const source = loaded.value;
  const { start } = args;
  const end = args.end ?? addMinutes(start, source.needs.duration);
  const times = checkTimes(start, end);
  if (!times.ok) return times;
  const checked = await checkClaims(tx, args.claims, args.locationId);
  if (!checked.ok) return checked;
  const placed = over ? accept<readonly Reason[]>([]) : await judged(tx, scene, source, args, end, checked.value);
  if (!placed.ok) return placed;
  const extras = checkExtras(args, usualExtras(scene), source.serviceType, scene);
  if (!extras.ok) return extras;
  const { reservations, ...facts } = imported;
  const row: Appointment = {
    ...facts,
    ...namedBy(args),
    start,
    end,
    organizationId: source.location.organizationId,
    title: args.title === '' ? source.needs.title : args.title,
    state: stateNow(imported.state, source, scene),
    claims: checked.value.claims,
    place: args.place ?? null,
    meetingUrl: args.meetingUrl ?? '',
    ...extras.value,
    segment: args.segment ?? null,
    suggested: args.suggested,
  };
  const { status } = row.state;
  const promises = status !== 'requested' && status !== 'cancelled';
  const resourceIds = row.claims.map((claim) => claim.resourceId);
  const expired = promises
    ? await releaseExpired(
        tx,
        scene,
        resourceIds,
        range(addMinutes(start, -row.before), addMinutes(end, row.after)),
        null,
      )
    : [];
  const aside = promises ? await broughtParts(tx, scene, row, reservations) : accept([]);
  if (!aside.ok) return aside;
  const scheduled = status === 'confirmed' ? [announce('appointment.scheduled', row)] : [];
  const domainEvents = promises ? [...scheduled, ...announceLead(null, row)] : [];
  return decide(row.title, [...expired, insert('appointment', row), ...aside.value], {
    overrode: placed.value,
    domainEvents,
  });
}

type Named = 'id' | 'locationId' | 'description' | 'workOrderId' | 'serviceTypeId' | 'customerId' | 'unitId';

/** What the row says as the booking says it. */
function namedBy(args: Args): Pick<Appointment, Named | 'participants'> {
  const { id, locationId, description, workOrderId, serviceTypeId, customerId, unitId, participants } = args;
  return { id, locationId, description, workOrderId, serviceTypeId, customerId, unitId, participants };
}

/** What the row names beside what any booking names. */
async function checkNamed(read: Reader, args: Args, imported: Imported): Promise<Outcome<null, Refusal>> {
  const order = await foundOrNull(read, 'workOrder', args.workOrderId, 'workOrderId');
  if (!order.ok) return order;
  const kind = await foundOrNull(read, 'appointmentKind', imported.kindId, 'imported.kindId');
  if (!kind.ok) return kind;
  const partIds = imported.ordered.map((one) => one.partId);
  const parts = await foundAll(read, 'part', partIds, (index) => `imported.ordered.${index}.partId`);
  if (!parts.ok) return parts;
  const { seriesId, occurrence } = imported;
  if (seriesId === null) return accept(null);
  const series = await found(read, 'series', seriesId, 'imported.seriesId');
  if (!series.ok) return series;
  const stands = series.value.exceptions.some(
    (one) => one.change === 'appointment' && one.appointmentId === args.id && one.start === occurrence,
  );
  return stands ? accept(null) : invalid('imported.occurrence', 'must be one that the series has given to it');
}

async function judged(
  read: Reader,
  scene: Scene,
  source: BookingSource,
  args: Args,
  end: Appointment['end'],
  checked: CheckedClaims,
): Promise<Outcome<readonly Reason[], Refusal>> {
  const { before, after } = args.imported ?? source.needs;
  const place = await findPlace(read, scene, {
    ...source,
    ...checked,
    needs: { ...source.needs, before, after, place: args.place ?? null },
    start: args.start,
    end,
    find: null,
    kept: null,
    recording: true,
    agreed: true,
  });
  return place.ok ? accept(place.value.overrode) : place;
}

/** A hold never lasts longer than a new one would; one that is over is a request. */
function stateNow(state: Imported['state'], { organization }: BookingSource, { now }: Scene): AppointmentState {
  if (state.status !== 'held') return state;
  if (state.until <= now) return { status: 'requested', approval: 'none' };
  const latest = addMinutes(now, organization.policy.holdMinutes);
  return { status: 'held', until: instant(Math.min(state.until, latest)) };
}
