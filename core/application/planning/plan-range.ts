import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { RunDetail } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { ParsedRun } from '../../contract/client.ts';
import type { PlanView } from '../../contract/views/plan-view.ts';
import type { Location } from '../../domain/organization/location.ts';
import { minutes } from '../../domain/time/instant.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import type { PlanProgress } from '../../planning/board/request.ts';
import type { Acting } from '../acting.ts';
import { derivedId } from '../derived-id.ts';
import { noteDefect } from '../note-defect.ts';
import type { Planners } from '../ports/planners.ts';
import type { Diagnostics } from '../ports/surroundings.ts';
import type { Reader, Store } from '../ports/store.ts';
import { found, foundAll, invalid } from '../refusals.ts';
import type { RunTools } from '../run-tools.ts';
import type { SceneMaker } from '../scene.ts';
import { liveAppointmentOf, stillOpen } from '../work-order-check.ts';
import { loadLineNames } from './lines.ts';
import { loadPlanFacts } from './plan-request.ts';
import { planView } from './plan-view.ts';
import { searchPlans } from './search-plans.ts';

export type PlanRangeInput = ParsedRun<'planRange'>;
export type PlanRange = (input: PlanRangeInput, tools: RunTools) => Promise<Outcome<PlanView, Refusal>>;

/** Told in thousandths of the time. */
const WHOLE = 1000;

/** Reads the facts once, has plans searched for beside this thread, and puts the best into words. Writes nothing. */
export function createPlanRange(parts: {
  readonly store: Store;
  readonly scenes: SceneMaker;
  readonly acting: Acting;
  readonly planners: Planners;
  readonly diagnostics: Diagnostics;
}): PlanRange {
  const { store, scenes, acting, planners, diagnostics } = parts;
  return async (input, { caller, signal, progress }) => {
    const actor = await acting.of(store.read, caller);
    if (!actor.ok) return actor;
    const { organizationId } = actor.value;
    const read = store.read.within(organizationId);
    const scene = scenes({ host: caller.host, actor: actor.value });
    const location = await found(read, 'location', input.locationId, 'locationId');
    if (!location.ok) return location;
    const sequence = await read.sequence();
    const workOrders = await chosenWork(read, location.value, input.workOrderIds);
    if (!workOrders.ok) return workOrders;
    const { request, planned } = await loadPlanFacts(read, scene, {
      location: location.value,
      date: input.date,
      days: input.days,
      workOrders: workOrders.value,
      mayMove: input.mayMove,
      overtime: input.overtime,
      perMovedPromise: input.perMovedPromise,
      step: minutes(input.step),
    });
    signal.throwIfAborted();
    let last: PlanProgress | null = null;
    const { seed, rounds, prove } = input;
    const answer = await searchPlans(
      planners,
      request,
      { seed, rounds, prove, milliseconds: Math.round(input.seconds * 1000) },
      {
        signal,
        failed: (error) => noteDefect(diagnostics, 'run', 'planRange', error),
        told: (spent, better) => {
          last = better ?? last;
          progress(Math.round(WHOLE * spent), WHOLE, last === null ? undefined : detailOf(last));
        },
        proving: (plan) => progress(WHOLE, WHOLE, { ...detailOf(plan), proving: true }),
      },
    );
    const names = await loadLineNames(read, planned);
    return accept(
      planView(
        {
          id: derivedId(scene, 'plan', location.value.id, scene.now, sequence, answer.seed),
          locationId: location.value.id,
          date: input.date,
          days: input.days,
          asOf: scene.now,
          sequence,
          seed: answer.seed,
          searches: answer.searches,
        },
        { answer: answer.answer, before: answer.before, proof: answer.proof, planned },
        names,
      ),
    );
  };
}

function detailOf({ score, placed, leftOut }: PlanProgress): RunDetail {
  return { score, placed, leftOut };
}

/** All of the tray, or the named work orders as far as they wait for a place. */
async function chosenWork(
  read: Reader,
  location: Location,
  ids: PlanRangeInput['workOrderIds'],
): Promise<Outcome<readonly WorkOrder[], Refusal>> {
  if (ids === null) return accept(await read.unassigned(location.id));
  const rows = await foundAll(read, 'workOrder', ids, (index) => `workOrderIds.${index}`);
  if (!rows.ok) return rows;
  for (const [index, row] of rows.value.entries()) {
    if (row.locationId !== location.id) return invalid(`workOrderIds.${index}`, 'must be of the location');
    const open = stillOpen(row);
    if (!open.ok) return open;
    if ((await liveAppointmentOf(read, row)) !== undefined)
      return invalid(`workOrderIds.${index}`, 'must not be booked already');
  }
  return rows;
}
