import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { Lane } from '../../domain/board/lanes.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { ResourceId, ResourceKind } from '../../domain/resources/resource.ts';
import type { Instant, InstantRange, Minutes } from '../../domain/time/instant.ts';
import type { Claim, ClaimRole } from '../../domain/work/appointment.ts';
import type { SkillNeed } from '../../domain/work/service-type.ts';

/** One resource that is wanted, named or by what it is and can do. */
export interface Wish {
  readonly kind: ResourceKind;
  /** Null takes anybody of the kind. */
  readonly ids: readonly ResourceId[] | null;
  /** Of a technician; empty for everything else. */
  readonly skills: readonly SkillNeed[];
  /** Of everything but a technician, on the day of the slot. */
  readonly capabilities: readonly string[];
  /** What the organization calls a custom resource; null takes any. */
  readonly type: string | null;
  readonly units: number;
}

/** One question for the next time at which all that is wanted is free at once. */
export interface NextFreeRequest {
  readonly duration: Minutes;
  readonly before: Minutes;
  readonly after: Minutes;
  readonly wishes: readonly Wish[];
  /** Starts are multiples of it, counted from the epoch. */
  readonly step?: Minutes;
  /** Starts lie in it; the facts' days and now bound it too. */
  readonly within?: InstantRange | null;
}

export interface NextFree {
  readonly start: Instant;
  readonly end: Instant;
  /** In the order of the wishes. */
  readonly claims: readonly Claim[];
}

/** What can ever answer the wish, in the order of the facts. */
export function lanesFor(wish: Wish, index: BusyIndex): readonly Lane[] {
  return lanesOfKind(wish, index).filter(({ facts }) => {
    const isNamed = wish.ids === null || wish.ids.includes(facts.id);
    return isNamed && facts.capacity >= wish.units;
  });
}

function lanesOfKind(wish: Wish, index: BusyIndex): readonly Lane[] {
  switch (wish.kind) {
    case 'technician':
      return index.technicians;
    case 'bay':
      return index.bays;
    case 'equipment':
    case 'room':
    case 'team':
    case 'custom':
      return index.others.filter(
        ({ facts }) => facts.kind === wish.kind && (wish.type === null || wish.type === facts.type),
      );
  }
}

/** What the rules are asked about a wish: its own skills and capabilities, and nothing of the work besides its length. */
export function needsOfWish(wish: Wish | null, request: NextFreeRequest, now: Instant): PlacementNeeds {
  return {
    appointmentId: null,
    title: '',
    serviceTypeId: null,
    duration: request.duration,
    before: request.before,
    after: request.after,
    skills: wish?.skills ?? [],
    capabilities: wish?.kind === 'bay' ? wish.capabilities : null,
    parts: [],
    windows: [],
    due: null,
    priority: 'normal',
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
    durationRange: null,
    askedAt: now,
  };
}

/** Claims on the lanes, one for each wish. The first technician leads. */
export function claimsOn(wishes: readonly Wish[], lanes: readonly Lane[]): readonly Claim[] {
  const lead = wishes.findIndex((wish) => wish.kind === 'technician');
  return lanes.flatMap((lane, position) => {
    const wish = wishes[position];
    if (wish === undefined) return [];
    return [{ resourceId: lane.facts.id, role: roleOf(wish.kind, position === lead), units: wish.units }];
  });
}

function roleOf(kind: ResourceKind, isLead: boolean): ClaimRole {
  if (kind !== 'technician') return kind;
  return isLead ? 'lead' : 'assistant';
}
