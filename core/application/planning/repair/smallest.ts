import type { RepairFreedom } from '../../../contract/views/repair-view.ts';
import { busyIndexOf } from '../../../domain/board/busy-index.ts';
import type { PlacementContext } from '../../../domain/board/placement-context.ts';
import type { Priority } from '../../../domain/work/service-type.ts';
import { asId } from '../../../kernel/id.ts';
import { nextTurn } from '../../next-turn.ts';
import { withTaken } from '../../queries/slots/taken-slots.ts';
import type { Proposal } from '../lines.ts';
import type { PlannedWork } from '../plan-request.ts';
import { placeOne, type SmallFreedom } from './place-one.ts';
import { cleared } from './trouble.ts';

export interface Solved {
  readonly freedom: RepairFreedom;
  readonly proposals: readonly Proposal[];
  /** What found no place so. */
  readonly missing: readonly PlannedWork[];
}

/** How one piece of work gets another place while everything else stays, the least upheaval first. */
export const STEP_BY_STEP = ['same-technician', 'same-start', 'other-time'] as const satisfies readonly RepairFreedom[];

const ORDER: readonly RepairFreedom[] = [
  ...STEP_BY_STEP,
  'gap-filled',
  'pulled-forward',
  'others-move',
  'back-to-tray',
];
const RANK: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, normal: 2, low: 3 };

export function isFarther(one: RepairFreedom, other: RepairFreedom): boolean {
  return ORDER.indexOf(one) > ORDER.indexOf(other);
}

export function farthest(freedoms: readonly RepairFreedom[]): RepairFreedom {
  return freedoms.reduce<RepairFreedom>((sum, one) => (isFarther(one, sum) ? one : sum), 'same-technician');
}

/**
 * Gives one after the other the nearest place, the most urgent first, while everything else stays where it is. What has
 * been given to one is taken for the next.
 */
export async function smallestChange(
  context: PlacementContext,
  affected: readonly PlannedWork[],
  freedoms: readonly SmallFreedom[],
): Promise<Solved> {
  let index = busyIndexOf(cleared(context, affected));
  const proposals: Proposal[] = [];
  const missing: PlannedWork[] = [];
  const used: RepairFreedom[] = [];
  for (const planned of affected.toSorted(byUrgency)) {
    await nextTurn();
    const place = placeOne(index, planned, freedoms);
    if (place === null) {
      missing.push(planned);
      continue;
    }
    const { slot, claims, freedom } = place;
    used.push(freedom);
    proposals.push({
      planned,
      placement: { start: slot.start, end: slot.end, claims },
      facts: slot.facts,
      cautions: slot.cautions,
    });
    const id = planned.appointment?.id ?? asId<'appointment'>(planned.work.id);
    index = withTaken(index, [slot], planned.work.needs, id);
  }
  return { freedom: farthest(used), proposals, missing };
}

function byUrgency(a: PlannedWork, b: PlannedWork): number {
  const rank = RANK[a.work.needs.priority] - RANK[b.work.needs.priority];
  return rank || (a.work.stands?.start ?? 0) - (b.work.stands?.start ?? 0) || (a.work.id < b.work.id ? -1 : 1);
}
