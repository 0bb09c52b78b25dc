import { refuse } from '../../kernel/outcome.ts';
import { update } from '../../domain/ops/op.ts';
import { announce, announceLead } from '../announce.ts';
import { releaseExpired } from '../holds.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import { busyOf, findPlace } from '../place.ts';
import { decide, found } from '../refusals.ts';
import { reserve } from '../reservations.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';
import { stillOpen } from '../work-order-check.ts';

/** A request did not keep its place free and a hold may have run out, so the place is judged again. */
export const confirmAppointment: UseCase<'confirmAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'confirmed', ['requested', 'held']);
  if (!row.ok) return row;
  const before = row.value;
  const { start, end, claims } = before;
  if (claims.length === 0)
    return refuse({ kind: 'wrong-status', title: before.title, from: 'requested', to: 'confirmed' });
  const location = await found(tx, 'location', before.locationId, 'id');
  if (!location.ok) return location;
  const { needs, source } = await loadAppointmentNeeds(tx, before, scene.now);
  const open = source.workOrder === null ? null : stillOpen(source.workOrder);
  if (open !== null && !open.ok) return open;
  const ids = claims.map((claim) => claim.resourceId);
  const resources = await tx.getMany('resource', ids);
  const { organization } = source;
  const wanted = { location: location.value, organization, needs, start, end, claims, resources };
  const place = await findPlace(tx, scene, { ...wanted, find: null, kept: null, recording: false });
  if (!place.ok) return place;
  const released = await releaseExpired(tx, scene, ids, busyOf(needs, start, end), before.id);
  const standing = await tx.reservationsOf(before.id);
  const wantsParts = standing.length === 0 && (source.workOrder !== null || args.reservationIds.length > 0);
  const reserved = wantsParts ? await reserve(tx, before, needs.parts, args.reservationIds) : null;
  if (reserved !== null && !reserved.ok) return reserved;
  const after = { ...before, state: { status: 'confirmed' } as const };
  const lead = before.state.status === 'requested' ? announceLead(null, after) : [];
  return decide(after.title, [...released, update('appointment', before, after), ...(reserved?.value ?? [])], {
    overrode: place.value.overrode,
    domainEvents: [announce('appointment.scheduled', after), ...lead],
  });
};
