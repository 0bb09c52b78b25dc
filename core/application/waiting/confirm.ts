import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update, type Op } from '../../domain/ops/op.ts';
import type { PartNeed, Reservation, ReservationId } from '../../domain/parts/part.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { announce, announceLead } from '../announce.ts';
import { derivedIds } from '../derived-id.ts';
import { releaseExpired } from '../holds.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import { neededOf, reserveOrOrder, type PartBuyer } from '../part-orders.ts';
import { busyOf, findPlace } from '../place.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found } from '../refusals.ts';
import type { Decision, Scene } from '../use-case.ts';
import { stillOpen } from '../work-order-check.ts';
import { displaceOthers } from './displace.ts';
import { offeredEntry, taken } from './offers.ts';

/**
 * Confirms a request or a hold where it stands. A request did not keep its place free and a hold may have run out, so the
 * place is judged again; requests that wanted the same are displaced. `reservationIds` null derives as many as are needed.
 */
export async function confirm(
  read: Reader,
  scene: Scene,
  before: Appointment,
  reservationIds: readonly ReservationId[] | null,
): Promise<Outcome<Decision, Refusal>> {
  const { start, end, claims } = before;
  if (claims.length === 0) return refuse({ kind: 'no-place', title: before.title });
  const location = await found(read, 'location', before.locationId, 'id');
  if (!location.ok) return location;
  const { needs, source } = await loadAppointmentNeeds(read, before, scene.now);
  const open = source.workOrder === null ? null : stillOpen(source.workOrder);
  if (open !== null && !open.ok) return open;
  const ids = claims.map((claim) => claim.resourceId);
  const resources = await read.getMany('resource', ids);
  const { organization } = source;
  const wanted = { location: location.value, organization, needs, start, end, claims, resources };
  const place = await findPlace(read, scene, { ...wanted, find: null, kept: null, recording: false });
  if (!place.ok) return place;
  const released = await releaseExpired(read, scene, ids, busyOf(needs, start, end), before.id);
  const given = reservationIds ?? derivedIds(scene, needs.parts.length, 'reservation', before.id);
  const after: Appointment = { ...before, state: { status: 'confirmed' } };
  const buyer = { appointment: after, workOrder: source.workOrder };
  const parts = await partsFor(read, scene, buyer, { parts: needs.parts, given, going: released });
  if (!parts.ok) return parts;
  const displaced = await displaceOthers(read, scene, after, resources);
  const offer = await offeredEntry(read, before);
  const lead = before.state.status === 'requested' ? announceLead(null, after) : [];
  return decide(
    after.title,
    [
      ...released,
      update('appointment', before, after),
      ...parts.value,
      ...displaced.ops,
      offer === undefined ? null : taken(offer, after, scene),
    ],
    {
      overrode: place.value.overrode,
      domainEvents: [announce('appointment.scheduled', after), ...lead, ...displaced.domainEvents],
    },
  );
}

/**
 * A hold has its parts already. What it could not get, or what the work has come to need since, is set aside or ordered now
 * that it is a promise.
 */
async function partsFor(
  read: Reader,
  scene: Scene,
  buyer: PartBuyer & { readonly appointment: Appointment },
  wanted: {
    readonly parts: readonly PartNeed[];
    readonly given: readonly ReservationId[];
    readonly going: readonly Op[];
  },
): Promise<Outcome<readonly Op[], Refusal>> {
  const { parts, given, going } = wanted;
  const { appointment } = buyer;
  const standing = await read.reservationsOf(appointment.id);
  if (standing.length === 0 && buyer.workOrder === null && given.length === 0) return accept([]);
  if (standing.length === 0) return reserveOrOrder(read, scene, buyer, parts, given, going);
  const missing = await missingOf(read, parts, standing);
  const ids = derivedIds(scene, missing.length, 'reservation', 'more', appointment.id);
  return reserveOrOrder(read, scene, buyer, missing, ids, going);
}

/** What is needed beyond what has been set aside. */
async function missingOf(
  read: Reader,
  parts: readonly PartNeed[],
  standing: readonly Reservation[],
): Promise<readonly PartNeed[]> {
  const stocks = await read.getMany('stock', [...new Set(standing.map((one) => one.stockId))]);
  return [...new Set(parts.map((need) => need.partId))].flatMap((partId) => {
    const own = standing.filter((one) => stocks.find(({ id }) => id === one.stockId)?.partId === partId);
    const quantity = neededOf(parts, partId) - own.reduce((sum, one) => sum + one.quantity, 0);
    return quantity > 0 ? [{ partId, quantity }] : [];
  });
}
