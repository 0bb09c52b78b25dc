import type { ParsedArgs } from '../contract/client.ts';
import { commands } from '../contract/commands/index.ts';
import { parse } from '../contract/parse.ts';
import type { SuggestionView } from '../contract/views/suggestion-view.ts';
import { busyIndexOf } from '../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../domain/board/placement.ts';
import type { Location } from '../domain/organization/location.ts';
import { addMinutes, durationOf, instant, range, type Instant } from '../domain/time/instant.ts';
import type { Claim } from '../domain/work/appointment.ts';
import { bestSlots } from '../planning/slots/best-slots.ts';
import { loadBookingSource } from './booking-source.ts';
import { alongside } from './claimed.ts';
import type { Admitted } from './execute.ts';
import { loadAppointmentNeeds } from './needs.ts';
import { loadFactsFor, theOrganization } from './placement-context.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';
import { openOffer } from './waiting/entry-check.ts';
import { bookingOfHold, holdId } from './waiting/hold-args.ts';
import { shownInstead } from './waiting/shown.ts';

/** What was refused: which work, and where it was to go. */
interface Refused {
  readonly location: Location;
  readonly needs: PlacementNeeds;
  readonly start: Instant;
  readonly claims: readonly Claim[];
  /** Anybody who can may do it; otherwise only who was named. */
  readonly isWork: boolean;
}

const COUNT = 3;
const DAY = 24 * 60;
/** Days looked through, from the day before the wanted one. */
const DAYS = 8;

/** The nearest places where a refused placement would be possible, best first; none for other commands. */
export async function loadAlternatives(
  read: Reader,
  scene: Scene,
  command: Admitted,
): Promise<readonly SuggestionView[]> {
  // Whoever asks from outside learns of no slot that it is not shown.
  if (scene.actor.role === 'requester') return shownInstead(read, scene);
  const refused = await refusedBy(read, scene, command);
  if (refused === null) return [];
  const { location, needs, start, claims, isWork } = refused;
  const from = instant(Math.max(scene.now, addMinutes(start, -DAY)));
  const named = new Set(claims.map((claim) => claim.resourceId));
  const here = (await read.all('resource')).filter((one) => one.active && one.locationId === location.id);
  const facts = await loadFactsFor(read, scene, {
    location,
    organization: await theOrganization(read),
    resources: isWork ? here : here.filter((one) => named.has(one.id)),
    partIds: [...new Set(needs.parts.map((need) => need.partId))],
    partNeeds: needs.parts,
    range: range(from, addMinutes(from, DAYS * DAY)),
  });
  const withBay = needs.capabilities !== null || claims.some((claim) => claim.role === 'bay');
  const request = {
    needs: { ...needs, capabilities: withBay ? (needs.capabilities ?? []) : null },
    count: COUNT,
    near: start,
    withTechnician: isWork || claims.some((claim) => claim.role === 'lead' || claim.role === 'assistant'),
    alongside: alongside(claims),
  };
  return bestSlots(busyIndexOf(facts), request).suggestions;
}

async function refusedBy(read: Reader, scene: Scene, { name, args }: Admitted): Promise<Refused | null> {
  // `admit` parsed the arguments by the name.
  if (name === 'bookAppointment') return refusedBooking(read, scene, args as ParsedArgs<'bookAppointment'>);
  if (name === 'moveAppointment') return refusedMove(read, scene, args as ParsedArgs<'moveAppointment'>);
  if (name === 'confirmAppointment')
    return refusedMove(read, scene, { id: (args as ParsedArgs<'confirmAppointment'>).id });
  if (name === 'approveAppointment')
    return refusedMove(read, scene, { id: (args as ParsedArgs<'approveAppointment'>).id });
  if (name === 'confirmHold') return refusedMove(read, scene, { id: (args as ParsedArgs<'confirmHold'>).id });
  if (name === 'holdSlot') return refusedHold(read, scene, args as ParsedArgs<'holdSlot'>);
  if (name === 'acceptOffer') return refusedOffer(read, scene, args as ParsedArgs<'acceptOffer'>);
  return null;
}

async function refusedHold(read: Reader, scene: Scene, args: ParsedArgs<'holdSlot'>): Promise<Refused | null> {
  const booking = await bookingOfHold(read, scene, args, holdId(scene, args.requester ?? scene.actor.id, args.key));
  const parsed = booking.ok ? parse(commands.bookAppointment.args, booking.value) : booking;
  return parsed.ok ? refusedBooking(read, scene, parsed.value) : null;
}

async function refusedOffer(read: Reader, scene: Scene, args: ParsedArgs<'acceptOffer'>): Promise<Refused | null> {
  const offer = await openOffer(read, args.id);
  return offer.ok ? refusedMove(read, scene, { id: offer.value.held.id }) : null;
}

async function refusedBooking(
  read: Reader,
  scene: Scene,
  args: ParsedArgs<'bookAppointment'>,
): Promise<Refused | null> {
  const source = await loadBookingSource(read, args, scene.now);
  if (!source.ok) return null;
  const { location, isWork } = source.value;
  const { start, end, claims } = args;
  const duration = end === null ? source.value.needs.duration : durationOf(range(start, end));
  return { location, isWork, start, claims, needs: { ...source.value.needs, duration } };
}

async function refusedMove(
  read: Reader,
  scene: Scene,
  args: { readonly id: string } & Partial<ParsedArgs<'moveAppointment'>>,
): Promise<Refused | null> {
  const appointment = await read.get('appointment', args.id);
  const location = appointment === undefined ? undefined : await read.get('location', appointment.locationId);
  if (appointment === undefined || location === undefined) return null;
  const { needs, source } = await loadAppointmentNeeds(read, appointment, scene.now);
  const { start, end } = { ...appointment, ...args };
  const isWork = source.workOrder !== null || source.serviceType !== null;
  const claims = args.claims ?? appointment.claims;
  return { location, isWork, start, claims, needs: { ...needs, duration: durationOf(range(start, end)) } };
}
