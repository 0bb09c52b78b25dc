import { refuse } from '../../kernel/outcome.ts';
import { update, insert } from '../../domain/ops/op.ts';
import { withException } from '../../domain/series/exceptions.ts';
import { durationOf } from '../../domain/time/instant.ts';
import { announce, announceLead } from '../announce.ts';
import { checkSeveral, hasPeople } from '../claimed.ts';
import { checkClaims } from '../claims-check.ts';
import { releaseExpired } from '../holds.ts';
import { busyOf, findPlace } from '../place.ts';
import { decide, found, isNew } from '../refusals.ts';
import { reserveOrOrder } from '../part-orders.ts';
import { appointmentOfOccurrence } from '../series/appointment-of-occurrence.ts';
import { foundOccurrence } from '../series/found-occurrence.ts';
import { loadSeriesNeeds, needsOfOccurrence } from '../series/occurrence-needs.ts';
import type { UseCase } from '../use-case.ts';

/** Judged like any booking; its own virtual claims do not stand in its way. A missing technician or bay is found. */
export const bookOccurrence: UseCase<'bookOccurrence'> = async (tx, args, scene) => {
  const fresh = await isNew(tx, 'appointment', args.id);
  if (!fresh.ok) return fresh;
  const known = await foundOccurrence(tx, scene, args);
  if (!known.ok) return known;
  const { series, occurrence } = known.value;
  const location = await found(tx, 'location', series.locationId, 'seriesId');
  if (!location.ok) return location;
  const asked = await loadSeriesNeeds(tx, scene, series);
  const needs = needsOfOccurrence(scene, asked, series, occurrence.start, durationOf(occurrence.range));
  const checked = await checkClaims(tx, occurrence.claims, series.locationId);
  if (!checked.ok) return checked;
  const several = checkSeveral(scene, checked.value.claims, occurrence.claims);
  if (!several.ok) return several;
  const { from: start, to: end } = occurrence.range;
  const { claims } = checked.value;
  const noTechnician = asked.source.serviceType !== null && !hasPeople(claims);
  const noBay = needs.capabilities !== null && claims.every((claim) => claim.role !== 'bay');
  const find = noTechnician ? 'technician' : noBay ? 'bay' : null;
  // Nobody keeps a promise that is nobody's.
  if (claims.length === 0 && find === null) return refuse({ kind: 'no-place', title: series.name });
  const place = await findPlace(tx, scene, {
    ...checked.value,
    location: location.value,
    organization: asked.source.organization,
    needs,
    start,
    end,
    find,
    kept: null,
    recording: args.recording,
  });
  if (!place.ok) return place;
  const appointment = appointmentOfOccurrence(series, occurrence, {
    id: args.id,
    claims: place.value.claims,
    scene,
    asked,
  });
  const ids = appointment.claims.map((claim) => claim.resourceId);
  const expired = await releaseExpired(tx, scene, ids, busyOf(needs, start, end), null);
  const parts = args.reservationIds.length > 0 ? needs.parts : [];
  const buyer = { appointment, workOrder: null };
  const reserved = await reserveOrOrder(tx, scene, buyer, parts, args.reservationIds, expired);
  if (!reserved.ok) return reserved;
  const after = withException(series, { start: occurrence.start, change: 'appointment', appointmentId: args.id });
  const ops = [...expired, insert('appointment', appointment), ...reserved.value, update('series', series, after)];
  const domainEvents = [announce('appointment.scheduled', appointment), ...announceLead(null, appointment)];
  return decide(appointment.title, ops, { overrode: place.value.overrode, domainEvents });
};
