import { asId } from '../../kernel/id.ts';
import type { LeftOutWork, PlanRemedy, PlanView } from '../../contract/views/plan-view.ts';
import type { LeftOut, Remedy } from '../../planning/board/request.ts';
import { placedLine, titleOf, touchedPromises, type LineNames, type Proposal } from './lines.ts';
import type { PlannedWork } from './plan-request.ts';
import type { FoundPlan } from './search-plans.ts';

export type PlanHead = Pick<
  PlanView,
  'id' | 'locationId' | 'date' | 'days' | 'asOf' | 'sequence' | 'seed' | 'searches'
>;

/** The answer of the search in the words of the contract. */
export function planView(
  head: PlanHead,
  found: Pick<FoundPlan, 'answer' | 'before' | 'proof'> & { readonly planned: readonly PlannedWork[] },
  names: LineNames,
): PlanView {
  const { answer, before } = found;
  const byId = new Map(found.planned.map((one) => [one.work.id, one]));
  const proposals = answer.placed.flatMap(({ id, placement, facts, cautions, moved }): readonly Proposal[] => {
    const planned = byId.get(id);
    if (planned === undefined || (planned.appointment !== null && !moved)) return [];
    return [{ planned, placement, facts, cautions }];
  });
  const sorted = proposals.toSorted(
    (a, b) => startOf(a) - startOf(b) || (a.planned.work.id < b.planned.work.id ? -1 : 1),
  );
  return {
    ...head,
    score: { before: rounded(before), after: rounded(answer.score) },
    rounds: answer.rounds,
    placements: sorted.map((one) => placedLine(one, names)),
    leftOut: answer.leftOut.flatMap((one) => {
      const planned = byId.get(one.id);
      return planned === undefined ? [] : [leftOutWork(one, planned, names)];
    }),
    promises: touchedPromises(sorted, names),
    proof: found.proof,
  };
}

function startOf({ placement }: Proposal): number {
  return placement?.start ?? 0;
}

function rounded(cost: number): number {
  return Math.round(cost * 100) / 100;
}

function leftOutWork({ because, wouldFit }: LeftOut, planned: PlannedWork, names: LineNames): LeftOutWork {
  const { workOrder, appointment, work } = planned;
  return {
    workOrderId: workOrder?.id ?? null,
    appointmentId: appointment?.id ?? null,
    title: titleOf(planned),
    number: workOrder?.number ?? null,
    customer: names.customer(planned)?.name ?? null,
    priority: work.needs.priority,
    due: work.needs.due,
    because,
    wouldFit: wouldFit.map((one) => remedyOf(one, names)),
  };
}

function remedyOf(remedy: Remedy, names: LineNames): PlanRemedy {
  if (remedy.remedy !== 'overtime') return remedy;
  const { minutes, start } = remedy;
  const id = asId<'resource'>(remedy.technicianId);
  return { remedy: 'overtime', technician: { id, name: names.resource(id) }, minutes, start };
}
