import { runThrough, type Steps } from '../../kernel/steps.ts';
import type { TravelTime } from '../../domain/board/travel.ts';
import { travelFits } from '../../domain/rules/travel-fits.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import { addMinutes, instant, type Instant } from '../../domain/time/instant.ts';
import { NEVER, NONE } from '../plan/model.ts';
import { baysFor, boardBaysOf } from './board-bays.ts';
import { choicesOf, type ExtraStart } from './board-choices.ts';
import { floorMinute } from './board-clock.ts';
import { boardFactsOf, type BoardFacts } from './board-facts.ts';
import { assistantOf, fixedRowsOf, jobTableOf, shiftTableOf, type JobRow } from './board-jobs.ts';
import { ordersOf } from './board-order.ts';
import { lotsOf, takesOf } from './board-parts.ts';
import { boardPoolsOf } from './board-pools.ts';
import { dueCostOf, penaltyOf, shiftPrice, wishesOf } from './board-prices.ts';
import { boardQuotasOf, quotaTable } from './board-quotas.ts';
import { boardShiftsOf, type ShiftRow } from './board-shifts.ts';
import type { BoardModel } from './board-rows.ts';
import { boardSites, travelMatrix, type BoardSites } from './board-sites.ts';
import { warmPlan } from './board-plan.ts';
import { boardStartsOf, type KnownTimes } from './board-starts.ts';
import { stand, standingPlan } from './fits.ts';
import type { PlanRequest, PlanWork } from './request.ts';

/**
 * Puts the booking rules of the domain and a request into the arrays the search works on. `travel` stands in for the travel
 * formula: an imported matrix; work that is `unmoved` stays where it stands. The proof that both mean the same is tests/planning/board/rulebook.test.ts.
 */
export function boardModelOf(request: PlanRequest, travel?: TravelTime): BoardModel {
  return runThrough(makingModel(request, travel));
}

/** The same with a pause behind each piece of work. */
export function* makingModel(
  request: PlanRequest,
  travel?: TravelTime,
  unmoved: ReadonlySet<string> = new Set(),
): Steps<BoardModel> {
  const stays = new Set(unmoved);
  for (;;) {
    const board = yield* modelOf(boardFactsOf(request, travel, stays), request, travel === undefined);
    const unkept = unkeptIn(board);
    if (unkept.length === 0) return board;
    for (const id of unkept) stays.add(id);
  }
}

/** Work that stands as the rulebook allows and not as the model can say: two things at once, say. It is not moved then. */
function unkeptIn(board: BoardModel): readonly string[] {
  const plan = standingPlan(board.model);
  const kept = new Set(warmPlan(board).flatMap((one) => (stand(plan, one) ? [one.job] : [])));
  return board.facts.work.flatMap(({ id }, place) => {
    const isKept = board.rowsOf[place]?.every((row) => kept.has(row)) === true;
    return board.facts.standing.has(id) && !isKept ? [id] : [];
  });
}

function* modelOf(facts: BoardFacts, request: PlanRequest, isOwnFormula: boolean): Steps<BoardModel> {
  const shifts = boardShiftsOf(facts);
  const bays = boardBaysOf(facts, shifts.periods);
  const sites = boardSites();
  const shop = sites.numberOf(facts.kept.context.coordinates);
  const { pools, needsOf } = boardPoolsOf(facts);
  const partIds = facts.kept.context.parts.map(({ partId }) => partId);
  const known: KnownTimes = new Map();
  const orders = ordersOf(facts.work);

  const rowOf = (work: PlanWork, place: number): JobRow => {
    const standing = facts.standing.get(work.id);
    const parts = takesOf(facts.kept, work.needs);
    const starts = boardStartsOf(facts, work, known, notBefore(facts, work, parts.from));
    return {
      duration: work.needs.duration,
      before: work.needs.before,
      after: work.needs.after,
      site: siteOf(work, sites, shop),
      penalty: penaltyOf(facts, work),
      ...dueCostOf(facts, work),
      wishes: wishesOf(facts, standing),
      ...(orders[place] ?? { follows: NONE, lag: 0 }),
      crewOf: NONE,
      pools: needsOf(work),
      choices: choicesOf(facts, {
        starts,
        rows: shifts.rows,
        extra: extraStart(facts, shifts.rows, work),
        caution: facts.kept.costs.caution,
        price: (row) => shiftPrice(facts, work, standing, row),
      }),
      bayDays: baysFor(facts, work.needs, bays),
      takes: parts.takes.map(({ partId, quantity }) => ({ part: partIds.indexOf(partId), quantity })),
    };
  };
  const rows: JobRow[] = [];
  for (const [place, work] of facts.work.entries()) {
    rows.push(rowOf(work, place));
    yield;
  }
  const rowsOf = rows.map((_, place) => [place]);
  for (const [place, work] of facts.work.entries())
    for (let number = 0; number < work.assistants; number += 1) {
      const row = rows[place];
      if (row === undefined) continue;
      rowsOf[place]?.push(rows.length);
      rows.push(assistantOf(row, place, shop));
    }
  const fixed = fixedRowsOf(shifts, sites, rows.length);

  const drives = severityOf(travelFits, facts.kept.context.policy) !== 'clear';
  const count = rows.length + fixed.rows.length;
  const quotas = quotaTable(boardQuotasOf(facts, shifts.rows), shifts.rows, { count, work: facts.work, rowsOf });
  const table = shiftTableOf(shifts.rows, sites, quotas.byShift);
  const matrix = travelMatrix(sites.places, facts.kept.travel);
  const { terms } = request;
  return {
    facts,
    shifts: shifts.rows,
    bays,
    rowsOf,
    model: {
      grid: facts.clock.step,
      jobs: jobTableOf([...rows, ...fixed.rows]),
      technicians: shifts.people.length,
      // Below nothing it would cost something whatever is planned.
      target: Int32Array.from(shifts.people, ({ target }) => Math.min(NEVER, Math.max(0, target))),
      overloadPerMinute: Math.round(facts.kept.costs.overTargetPerMinute),
      overtimePerMinute: Math.round(terms.overtime?.perMinute ?? 0),
      dayLimit: Int32Array.from(shifts.periods, ({ open }) =>
        Math.max(0, Math.floor(open * (1 - terms.keptFree.share))),
      ),
      reservePerMinute: Math.round(terms.keptFree.share > 0 ? terms.keptFree.perMinute : 0),
      travelPerMinute: Math.round(facts.kept.costs.travelPerMinute),
      travel: drives ? matrix : matrix.fill(0),
      sites: sites.places.length,
      // The formula is; about an imported matrix nobody has promised anything.
      isMetric: isOwnFormula,
      lots: facts.kept.context.parts.map(({ partId }) => lotsOf(facts.clock, facts.kept.parts.get(partId))),
      pools,
      quotas: quotas.quotas,
      fixed: fixed.fixed,
      shifts: table,
      bayDays: {
        count: bays.length,
        bay: Int32Array.from(bays, ({ position }) => position),
        day: Int32Array.from(bays, ({ period }) => period),
        site: new Int32Array(bays.length).fill(shop),
        from: Int32Array.from(bays, ({ from }) => from),
        to: Int32Array.from(bays, ({ to }) => to),
        turnover: Int32Array.from(bays, ({ turnover }) => turnover),
      },
    },
  };
}

/** Work in a bay happens at the bay's site, unless it says where. */
function siteOf({ needs: { capabilities, place } }: PlanWork, sites: BoardSites, shop: number): number {
  if (place !== null) return sites.numberOf(place.coordinates);
  return capabilities === null ? shop : NONE;
}

/** What it follows stands where it cannot be moved, or what was ordered for it has still to come. */
function notBefore({ request, work }: BoardFacts, { needs, follows }: PlanWork, parts: Instant | null): Instant {
  const first = request.work.find(({ id }) => id === follows?.id);
  const stays = first === undefined || work.includes(first) ? null : first.stands;
  const done = stays === null ? -Infinity : addMinutes(stays.end, follows?.gap ?? 0);
  return instant(Math.max(done, parts === null ? -Infinity : addMinutes(parts, needs.before)));
}

function extraStart({ clock, standing }: BoardFacts, rows: readonly ShiftRow[], work: PlanWork): ExtraStart | null {
  const stands = standing.get(work.id);
  if (stands === undefined) return null;
  const minute = floorMinute(clock, stands.placement.start);
  const shift = rows.findIndex(({ lane, from, to }) => lane.facts.id === stands.lead && from <= minute && minute < to);
  return shift < 0 ? null : { shift, minute, cautions: stands.cautions };
}
