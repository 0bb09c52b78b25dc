import { accept, type Outcome } from '../../kernel/outcome.ts';
import { asId } from '../../kernel/id.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert, type Op } from '../../domain/ops/op.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { announce, announceLead } from '../announce.ts';
import { usualExtras } from '../appointment-extras.ts';
import { pendingApproval } from '../approvals.ts';
import { loadBookingSource, type BookingSource } from '../booking-source.ts';
import { checkSeveral, hasPeople } from '../claimed.ts';
import { checkClaims } from '../claims-check.ts';
import { numbered } from '../long-work/chain.ts';
import { findFlow, type FoundFlow } from '../long-work/find-flow.ts';
import { needsOfPart, placeOf } from '../long-work/judge-parts.ts';
import { expiredUnder } from '../long-work/expired.ts';
import type { WriteTx } from '../ports/store.ts';
import { decide, invalid, isNew } from '../refusals.ts';
import { reserve } from '../reservations.ts';
import type { Scene, UseCase } from '../use-case.ts';
import { appointmentOf } from './book-appointment.ts';

type Args = ParsedArgs<'bookLongWork'>;

/** One command, one step back: the work flows round shifts, and each part is an appointment of its own. */
export const bookLongWork: UseCase<'bookLongWork'> = async (tx, args, scene) => {
  const loaded = await loadBookingSource(tx, bookingArgs(args), scene.now);
  if (!loaded.ok) return loaded;
  const duration = args.duration ?? loaded.value.needs.duration;
  const source: BookingSource = { ...loaded.value, needs: { ...loaded.value.needs, duration } };
  const checked = await checkClaims(tx, args.claims, args.locationId);
  if (!checked.ok) return checked;
  const several = checkSeveral(scene, checked.value.claims);
  if (!several.ok) return several;
  if (source.isWork && !hasPeople(args.claims)) return invalid('claims', 'must name a technician');
  const findBay = source.needs.capabilities !== null && args.claims.every((claim) => claim.role !== 'bay');
  const { roundBookings, start: from } = args;
  const flowing = { ...source, ...checked.value, from, roundBookings, findBay, own: new Set<never>() };
  const found = await findFlow(tx, scene, flowing);
  if (!found.ok) return found;
  const rows = await rowsOf(tx, scene, args, source, found.value);
  if (!rows.ok) return rows;
  const ops = await opsOf(tx, scene, args, source, rows.value);
  if (!ops.ok) return ops;
  const firm = rows.value.filter((one) => one.state.status === 'confirmed');
  const domainEvents = firm.flatMap((one) => [announce('appointment.scheduled', one), ...announceLead(null, one)]);
  return decide(rows.value[0]?.title ?? '', ops.value, { overrode: found.value.overrode, domainEvents });
};

/** The same booking as one appointment would be: what it is for is checked in one place. */
function bookingArgs(args: Args): ParsedArgs<'bookAppointment'> {
  const { ids, duration: _duration, roundBookings: _roundBookings, ...shared } = args;
  const id = ids[0] ?? asId<'appointment'>('');
  return { ...shared, id, end: null, as: 'confirmed', recording: false };
}

async function rowsOf(
  tx: WriteTx,
  scene: Scene,
  args: Args,
  source: BookingSource,
  { parts, claims }: FoundFlow,
): Promise<Outcome<readonly Appointment[], Refusal>> {
  if (args.ids.length < parts.length) return invalid('ids', `must give an id for each of the ${parts.length} parts`);
  const rows: Appointment[] = [];
  for (const [index, part] of parts.entries()) {
    const id = args.ids[index] ?? asId<'appointment'>('');
    const fresh = await isNew(tx, 'appointment', id);
    if (!fresh.ok) return fresh;
    const needs = needsOfPart(source.needs, part, placeOf(index, parts.length));
    const found = { end: part.to, claims, extras: usualExtras(scene), scene };
    rows.push(appointmentOf({ ...bookingArgs(args), id, start: part.from }, { ...source, needs }, found));
  }
  const [first] = rows;
  if (first === undefined) return accept(rows);
  // Whether somebody has to approve it depends on the length of the whole.
  const whole = { ...first, end: addMinutes(first.start, source.needs.duration) };
  const waits = await pendingApproval(tx, scene, whole, 'confirmed');
  const standing = waits === null ? rows : rows.map((one) => ({ ...one, state: waits }));
  return accept(numbered(standing, asId<'chain'>(first.id)));
}

/** Parts from the stock are set aside once, with the first appointment. */
async function opsOf(
  tx: WriteTx,
  scene: Scene,
  args: Args,
  source: BookingSource,
  rows: readonly Appointment[],
): Promise<Outcome<readonly Op[], Refusal>> {
  const inserted = rows.map((one) => insert('appointment', one));
  const [first] = rows;
  if (first === undefined || first.state.status === 'requested') return accept(inserted);
  const expired = await expiredUnder(tx, scene, rows);
  const wanted = source.workOrder !== null || args.reservationIds.length > 0;
  const reserved = wanted
    ? await reserve(tx, scene, first, source.needs.parts, args.reservationIds, expired)
    : accept([]);
  return reserved.ok ? accept([...expired, ...inserted, ...reserved.value]) : reserved;
}
