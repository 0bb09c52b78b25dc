import type { ResourceId } from '../resources/resource.ts';
import type { AppointmentId } from '../work/appointment.ts';
import { busyListOf, crowdedAt, unitsAt, type BusyList } from './busy-list.ts';
import type { MemberFacts, Occupied, OtherFacts } from './placement-context.ts';
import { stretchesOf, type Stretches } from './stretches.ts';

/** Equipment, a room, a team or a kind of the organization's own, made ready for look-ups. */
export interface OtherLane {
  readonly kind: 'other';
  readonly facts: OtherFacts;
  /** Units in use; a team's member who is busy otherwise, or away, is one of them. */
  readonly busy: BusyList<Occupied>;
  /** Claims on the resource itself. */
  readonly claimed: number;
  readonly open: Stretches;
  readonly closed: Stretches;
  readonly ignored: AppointmentId | null;
  /** What `busyWithout` has worked out for one member. Filled on demand. */
  readonly withoutOne: Map<ResourceId, BusyList<Occupied>>;
}

export function otherLaneOf(facts: OtherFacts, ignored: AppointmentId | null): OtherLane {
  const own = facts.busy.filter((claim) => claim.appointmentId !== ignored);
  return {
    kind: 'other',
    facts,
    busy: unitsInUse(facts, ignored, []),
    claimed: own.length,
    open: stretchesOf(facts.open),
    closed: stretchesOf(facts.absences),
    ignored,
    withoutOne: new Map(),
  };
}

/** Units in use when these members are left out: they are claimed by name and counted there. */
export function busyWithout(lane: OtherLane, members: readonly ResourceId[]): BusyList<Occupied> {
  const [only] = members;
  if (only === undefined) return lane.busy;
  if (members.length > 1) return unitsInUse(lane.facts, lane.ignored, members);
  const known = lane.withoutOne.get(only);
  if (known !== undefined) return known;
  const list = unitsInUse(lane.facts, lane.ignored, members);
  lane.withoutOne.set(only, list);
  return list;
}

/** Units in use by everybody but the ignored appointment, the named members left out. */
export function unitsInUse(
  facts: Pick<OtherFacts, 'busy' | 'members'>,
  ignored: AppointmentId | null,
  named: readonly ResourceId[],
): BusyList<Occupied> {
  const own: readonly Occupied[] = facts.busy.filter((claim) => claim.appointmentId !== ignored);
  const others = facts.members.filter((member) => !named.includes(member.id));
  return busyListOf([...own, ...others.flatMap((member) => occupiedBy(member, ignored))]);
}

/** One member is one unit, whatever he or she does at once: later stretches count from where earlier ones end. */
function occupiedBy(member: MemberFacts, ignored: AppointmentId | null): readonly Occupied[] {
  const appointments = member.busy.filter((claim) => claim.appointmentId !== ignored);
  const away = member.absences.map(({ from, to, name }) => ({ from, to, title: name, appointmentId: null }));
  const sorted = [...appointments, ...away].toSorted((a, b) => a.from - b.from || a.to - b.to);
  const pieces: Occupied[] = [];
  let until = -Infinity;
  for (const { from, to, title, appointmentId } of sorted) {
    if (to <= until) continue;
    const begin = from > until ? from : (pieces.at(-1)?.to ?? from);
    pieces.push({ from: begin, to, title, appointmentId, units: 1 });
    until = to;
  }
  return pieces;
}

/** How many units are left at the fullest moment of [from, to); negative when more are in use than there are. */
export function leastFree(busy: BusyList<Occupied>, capacity: number, from: number, to: number): number {
  let free = capacity;
  for (let at = crowdedAt(busy, from, to, 0); at >= 0; at = crowdedAt(busy, from, to, capacity - free)) {
    free = capacity - unitsAt(busy, Math.max(from, busy.from[at] ?? from));
  }
  return free;
}
