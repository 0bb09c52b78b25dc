import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update } from '../../domain/ops/op.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import type { UnitId } from '../../domain/work/customer.ts';
import type { WaitlistEntry, WaitlistOffer } from '../../domain/work/waitlist-entry.ts';
import type { Match } from '../../planning/waitlist/best-match.ts';
import { derivedIds } from '../derived-id.ts';
import type { Reader, WriteTx } from '../ports/store.ts';
import { found, isNew } from '../refusals.ts';
import type { Scene, UseCase } from '../use-case.ts';
import { entryIn } from '../waiting/entry-check.ts';
import { bookHeld } from '../waiting/held-booking.ts';
import { carriedFrom } from '../waiting/lost-request.ts';
import { findMatch } from '../waiting/match.ts';
import { lostBy, titleOfEntry } from '../waiting/wishes.ts';

/** The match is looked for in the transaction that holds its slot, so nobody else can get either meanwhile. */
export const offerSlot: UseCase<'offerSlot'> = async (tx, args, scene) => {
  const fresh = await isNew(tx, 'appointment', args.id);
  if (!fresh.ok) return fresh;
  const location = await found(tx, 'location', args.locationId, 'locationId');
  if (!location.ok) return location;
  const resource = await found(tx, 'resource', args.resourceId, 'resourceId');
  if (!resource.ok) return resource;
  const entries = await entriesFor(tx, args);
  if (!entries.ok) return entries;
  const match = await findMatch(tx, scene, { location: location.value, ...args }, entries.value);
  if (match === null) return refuse({ kind: 'nobody-waiting', ...args.range });
  const entry = entries.value.find((one) => one.id === match.wish.entry.id);
  return entry === undefined
    ? refuse({ kind: 'nobody-waiting', ...args.range })
    : hold(tx, scene, args.id, entry, match);
};

async function entriesFor(
  read: Reader,
  { locationId, entryId }: ParsedArgs<'offerSlot'>,
): Promise<Outcome<readonly WaitlistEntry[], Refusal>> {
  if (entryId === null) return accept(await read.find('waitlistEntry', { locationId, status: ['waiting'] }));
  const entry = await entryIn(read, entryId, ['waiting']);
  return entry.ok ? accept([entry.value]) : entry;
}

async function hold(
  tx: WriteTx,
  scene: Scene,
  id: AppointmentId,
  entry: WaitlistEntry,
  { wish, start, end, claims }: Match,
): ReturnType<UseCase<'offerSlot'>> {
  const lost = await lostBy(tx, entry);
  const booked = await bookHeld(
    tx,
    scene,
    {
      id,
      locationId: entry.locationId,
      workOrderId: entry.workOrderId,
      serviceTypeId: entry.serviceTypeId,
      title: await titleOfEntry(tx, entry),
      start,
      end,
      claims: [...claims],
      as: 'held',
      customerId: entry.customerId,
      unitId: await unitOf(tx, entry, lost),
      participants: [],
      description: entry.note,
      // A work order says it again itself.
      place: entry.workOrderId === null ? wish.needs.place : null,
      reservationIds: [...derivedIds(scene, wish.needs.parts.length, 'reservation', id)],
      recording: false,
    },
    lost === null ? {} : carriedFrom(lost),
  );
  if (!booked.ok) return booked;
  const { held, ...decision } = booked.value;
  if (held.state.status !== 'held') return refuse({ kind: 'nobody-waiting', from: start, to: end });
  const { until } = held.state;
  const offer: WaitlistOffer = { appointmentId: id, start, at: scene.now, until, answer: 'open' };
  const state = { status: 'offered', appointmentId: id, until } as const;
  const offered = update('waitlistEntry', entry, { ...entry, offers: [...entry.offers, offer], state });
  return accept({ ...decision, ops: offered === null ? decision.ops : [...decision.ops, offered] });
}

/** What was to be worked on, unless it has become somebody else's. */
async function unitOf(read: Reader, entry: WaitlistEntry, lost: Appointment | null): Promise<UnitId | null> {
  const unit = lost === null || lost.unitId === null ? undefined : await read.get('unit', lost.unitId);
  return entry.workOrderId === null && unit?.customerId === entry.customerId ? unit.id : null;
}
