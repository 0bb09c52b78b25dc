import type { Placement } from '../../domain/board/placement.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import { NONE, type PlanPlacement } from '../plan/model.ts';
import { floorMinute, instantAt } from './board-clock.ts';
import type { BoardModel } from './board-rows.ts';
import type { PlanWork } from './request.ts';
import type { Standing } from './standing.ts';
import type { WorkPlaced } from './with-placements.ts';

/** The plan of the model in the words of the board. Fixed rows are left out. */
export function workPlaced(board: BoardModel, plan: readonly PlanPlacement[]): readonly WorkPlaced[] {
  const places = new Map(plan.map((one) => [one.job, one]));
  return board.facts.work.flatMap((work, number): WorkPlaced[] => {
    const [own, ...crew] = (board.rowsOf[number] ?? []).map((row) => places.get(row));
    if (own === undefined) return [];
    const start = instantAt(board.facts.clock, own.start);
    const claims = [
      ...claimOn(board.shifts[own.shift]?.lane.facts.id, 'lead'),
      ...crew.flatMap((one) => claimOn(board.shifts[one?.shift ?? NONE]?.lane.facts.id, 'assistant')),
      ...claimOn(board.bays[own.bayDay]?.lane.facts.id, 'bay'),
      ...work.alongside,
    ];
    const placement = { start, end: addMinutes(start, work.needs.duration), claims };
    const stands = board.facts.standing.get(work.id)?.placement;
    return [{ work, placement: stands !== undefined && isSame(stands, placement) ? stands : placement }];
  });
}

function claimOn(resourceId: Claim['resourceId'] | undefined, role: Claim['role']): readonly Claim[] {
  return resourceId === undefined ? [] : [{ resourceId, role, units: 1 }];
}

/** Same start and length, same hands and bay; whoever leads of several makes a difference. */
export function isSame(one: Placement, other: Placement): boolean {
  const keys = ({ claims }: Placement): string =>
    claims
      .map(({ resourceId, role, units }) => `${resourceId} ${role} ${units}`)
      .toSorted()
      .join();
  return one.start === other.start && one.end === other.end && keys(one) === keys(other);
}

/** Where the work stands now, as far as it stands where it may: what the search begins with. */
export function warmPlan({ facts, shifts, bays, rowsOf }: BoardModel): readonly PlanPlacement[] {
  const used = new Map<number, number>();
  const standing = facts.work
    .map((work, number) => ({ work, rows: rowsOf[number] ?? [], stands: facts.standing.get(work.id) }))
    .filter((one): one is typeof one & { readonly stands: Standing } => one.stands !== undefined)
    .toSorted((one, other) => one.stands.placement.start - other.stands.placement.start);
  return standing.flatMap(({ work, rows, stands }): readonly PlanPlacement[] => {
    const { lead, assistants, bay, placement } = stands;
    const start = floorMinute(facts.clock, placement.start);
    const bayDay = bay === null ? NONE : roomIn(bays, used, bay, span(work, start));
    if (bay !== null && bayDay === NONE) return [];
    const found = [lead, ...assistants].map((id) =>
      shifts.findIndex((row) => row.lane.facts.id === id && row.from <= start && start < row.to),
    );
    if (found.includes(NONE)) return [];
    return found.map((shift, place) => ({
      job: rows[place] ?? NONE,
      shift,
      bayDay: place === 0 ? bayDay : NONE,
      start,
    }));
  });
}

function span({ needs }: PlanWork, start: number): { readonly from: number; readonly to: number } {
  return { from: start - needs.before, to: start + needs.duration + needs.after };
}

/** A row of the bay in which nothing of the plan stands at that time; `used` knows until when each is taken. */
function roomIn(
  bays: BoardModel['bays'],
  used: Map<number, number>,
  id: string,
  time: { readonly from: number; readonly to: number },
): number {
  const row = bays.findIndex(
    ({ lane, from, to }, number) =>
      lane.facts.id === id && from <= time.from && time.to <= to && (used.get(number) ?? -Infinity) <= time.from,
  );
  const turnover = bays[row]?.turnover ?? 0;
  if (row >= 0) used.set(row, time.to + turnover);
  return row;
}
