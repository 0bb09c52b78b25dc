import { MINUTE } from '../../../core/domain/time/instant.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { all, closedFor, inside, type Stretch } from './opening.ts';
import type { LaneRow } from './rule-rows.ts';
import { every, type AppointmentRow, type Model, type Rows } from './rows.ts';

/** What keeps people busy, with whom. */
export interface Use extends Stretch {
  readonly claims: readonly Claim[];
}

/** Whose members are counted on: the active teams that somebody belongs to. */
export function teamsWith(rows: Rows, member: ResourceId): readonly LaneRow[] {
  return every(rows, 'resource').filter((one) => one.active && one.members?.includes(member) === true);
}

export function membersOf(rows: Rows, team: Pick<LaneRow, 'members'>): readonly LaneRow[] {
  return every(rows, 'resource').filter((one) => one.active && team.members?.includes(one.id) === true);
}

/**
 * At some minute the team has promised more people than it has. Whoever of it is claimed by name is one of them, and so is
 * whoever is busy otherwise or away.
 */
export function isTeamShort(
  model: Model,
  team: LaneRow,
  wanted: Use,
  { units, uses, countsAway }: { readonly units: number; readonly uses: readonly Use[]; readonly countsAway: boolean },
): boolean {
  const { rows } = model;
  const members = membersOf(rows, team);
  const named = members.filter((one) => isClaimed(wanted.claims, one.id));
  const others = members
    .filter((one) => !named.includes(one))
    .map((one) => ({ id: one.id, away: countsAway ? closedFor(rows, { ...one, breaks: [] }, wanted) : [] }));
  return !all(wanted.from, wanted.to, (at) => {
    const now = uses.filter((one) => one.from <= at && at < one.to);
    const promised = now.reduce((sum, one) => sum + unitsOn(one.claims, team.id), 0);
    const taken = others.filter(({ id, away }) => inside(away, at) || now.some((one) => isClaimed(one.claims, id)));
    return units + named.length + promised + taken.length <= team.capacity;
  });
}

export function unitsOn(claims: readonly Claim[], lane: ResourceId): number {
  return claims.reduce((sum, claim) => sum + (claim.resourceId === lane ? claim.units : 0), 0);
}

function isClaimed(claims: readonly Claim[], lane: ResourceId): boolean {
  return claims.some((claim) => claim.resourceId === lane);
}

/** A sentence for the first team of which more is planned than it has members. */
export function overdrawnTeam(rows: Rows, since: number): string | null {
  // A hold that has run out and is still written down promises nothing.
  const planned = every(rows, 'appointment').filter(({ state }) =>
    state.status === 'held' ? state.until > since : ['confirmed', 'in-progress'].includes(state.status),
  );
  for (const team of every(rows, 'resource').filter((one) => one.kind === 'team')) {
    const members = membersOf(rows, team);
    for (const one of planned.filter(({ claims }) => unitsOn(claims, team.id) > 0))
      for (let at = Math.max(since, spanOf(one).from); at < spanOf(one).to; at += MINUTE) {
        const then = planned.filter((other) => spanOf(other).from <= at && at < spanOf(other).to);
        const promised = then.reduce((sum, other) => sum + unitsOn(other.claims, team.id), 0);
        const taken = members.filter(({ id }) => then.some((other) => isClaimed(other.claims, id)));
        if (promised + taken.length > team.capacity) return `${team.id} has too few at ${new Date(at).toISOString()}`;
      }
  }
  return null;
}

function spanOf({ start, end, before, after }: AppointmentRow): Stretch {
  return { from: start - before * MINUTE, to: end + after * MINUTE };
}
