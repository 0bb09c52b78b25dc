import { bayLane, technicianLane, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { Placement } from '../../domain/board/placement.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { PlanWork } from './request.ts';

/** Who and what work has where it stands. */
export interface Standing {
  readonly placement: Placement;
  readonly lead: ResourceId;
  readonly assistants: readonly ResourceId[];
  readonly bay: ResourceId | null;
  /** How many cautions it has there. */
  readonly cautions: number;
}

export interface Sorted {
  readonly movable: readonly PlanWork[];
  readonly staying: readonly PlanWork[];
  readonly standing: ReadonlyMap<string, Standing>;
}

/**
 * Which of the work may move. What has begun, what holds other hands or bays than its needs say, and what stands by
 * somebody's own decision where the planner would put nothing (a caution was accepted) stays. What stands where a rule
 * blocks it has to find another place.
 */
export function standingOf(
  work: readonly PlanWork[],
  stays: ReadonlySet<string>,
  facts: { readonly real: BusyIndex; readonly strict: BusyIndex },
): Sorted {
  const movable: PlanWork[] = [];
  const staying: PlanWork[] = [];
  const standing = new Map<string, Standing>();
  for (const one of work) {
    if (one.stands === null) {
      movable.push(one);
      continue;
    }
    const hands = handsOf(one, one.stands, facts.real);
    const verdict = judge(one.stands, one.needs, facts.strict);
    const isKept = verdict.level !== 'block';
    const isAccepted = judge(one.stands, one.needs, facts.real).level !== 'block';
    if (stays.has(one.id) || hands === null || one.stands.start < facts.real.context.now || (isAccepted && !isKept)) {
      staying.push(one);
      continue;
    }
    movable.push(one);
    if (isKept) standing.set(one.id, { ...hands, placement: one.stands, cautions: verdict.reasons.length });
  }
  return { movable, staying, standing };
}

function handsOf(
  { needs, assistants }: PlanWork,
  { claims }: Placement,
  index: BusyIndex,
): Pick<Standing, 'lead' | 'assistants' | 'bay'> | null {
  const technicians = claims.filter(({ resourceId }) => technicianLane(index, resourceId) !== undefined);
  const bays = claims.filter(({ resourceId }) => bayLane(index, resourceId) !== undefined);
  const lead = technicians.find(({ role }) => role === 'lead') ?? technicians[0];
  const isUsual =
    technicians.length === 1 + assistants &&
    bays.length === (needs.capabilities === null ? 0 : 1) &&
    [...technicians, ...bays].every(({ units }) => units === 1);
  if (lead === undefined || !isUsual) return null;
  return {
    lead: lead.resourceId,
    assistants: technicians.filter((claim) => claim !== lead).map(({ resourceId }) => resourceId),
    bay: bays[0]?.resourceId ?? null,
  };
}
