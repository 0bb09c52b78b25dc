import type { LimitFacts } from '../../domain/board/rule-facts.ts';
import { capacityLimit } from '../../domain/rules/capacity-limit.ts';
import { dailyMaximum } from '../../domain/rules/daily-maximum.ts';
import { severityOf } from '../../domain/rules/severity.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { Pool, Quota } from '../plan/model.ts';
import { ceilMinute, floorMinute } from './board-clock.ts';
import type { BoardFacts } from './board-facts.ts';
import type { ShiftRow } from './board-shifts.ts';
import type { PlanWork } from './request.ts';

/** A limit on how much of some work there may be on some shifts. */
export interface BoardQuota {
  readonly most: number;
  readonly isOn: (row: ShiftRow) => boolean;
  /** Of work; assistants count with it where `assistants` says so. */
  readonly counts: (work: PlanWork) => boolean;
  readonly assistants: boolean;
}

/**
 * Counts that shifts share: the daily maximum of who works two shifts of one date, and limits of schedule rules for a day
 * or a week. What depends on more than the shift, a limit about bays say, or a day that ends within a shift, is looked at
 * when the search is done (keep-counts.ts).
 */
export function boardQuotasOf(facts: BoardFacts, rows: readonly ShiftRow[]): readonly BoardQuota[] {
  return [...dailyQuotas(facts, rows), ...limitQuotas(facts)];
}

function dailyQuotas({ kept }: BoardFacts, rows: readonly ShiftRow[]): readonly BoardQuota[] {
  if (severityOf(dailyMaximum, kept.context.policy) !== 'block') return [];
  const shared = [...Map.groupBy(rows, ({ person }) => person).values()].filter((all) => all.length > 1);
  return shared.flatMap(([row]) =>
    row === undefined
      ? []
      : [
          {
            most: row.lane.facts.dailyMaximum - row.shift.bookedCount,
            isOn: (one) => one.person === row.person,
            counts: () => true,
            assistants: true,
          },
        ],
  );
}

function limitQuotas(facts: BoardFacts): readonly BoardQuota[] {
  const { kept, grid } = facts;
  const days = kept.context.range;
  // Of a shift over midnight nobody knows yet which day its work counts for.
  const lies = (shift: InstantRange, period: InstantRange): boolean =>
    period.from <= Math.max(shift.from, grid.first) && Math.min(shift.to, days.to) <= period.to;
  if (severityOf(capacityLimit, kept.context.policy) !== 'block') return [];
  const people = new Set(kept.technicians.map(({ facts: { id } }) => id));
  return kept.context.rules.limits.flatMap((limit) => {
    const { resourceIds } = limit;
    const isPeople = resourceIds?.every((id) => people.has(id)) === true;
    if (limit.per === 'moment' || (resourceIds !== null && !isPeople)) return [];
    return limit.periods.map((period): BoardQuota => ({
      most: limit.maximum - takenIn(limit, period),
      isOn: ({ shift, lane }) => lies(shift, period) && (resourceIds?.includes(lane.facts.id) ?? true),
      counts: ({ needs }) => limit.serviceTypeId === null || limit.serviceTypeId === needs.serviceTypeId,
      assistants: isPeople,
    }));
  });
}

function takenIn({ taken }: LimitFacts, period: InstantRange): number {
  return taken.filter(({ from }) => period.from <= from && from < period.to).length;
}

/** What may be under way at one moment, as a pool: the work counts, not its buffers. */
export interface MomentPool extends Pool {
  readonly counts: (work: PlanWork) => boolean;
}

export function momentPoolsOf({ kept, clock }: BoardFacts): readonly MomentPool[] {
  if (severityOf(capacityLimit, kept.context.policy) !== 'block') return [];
  return kept.context.rules.limits
    .filter(({ per, resourceIds }) => per === 'moment' && resourceIds === null)
    .map(({ maximum, taken, serviceTypeId }) => ({
      capacity: maximum,
      workOnly: true,
      busy: taken.map(({ from, to }) => ({ from: floorMinute(clock, from), to: ceilMinute(clock, to), units: 1 })),
      counts: ({ needs }) => serviceTypeId === null || serviceTypeId === needs.serviceTypeId,
    }));
}

/** The quotas for rows of jobs, and for each shift the places of those that count it. */
export function quotaTable(
  quotas: readonly BoardQuota[],
  shifts: readonly ShiftRow[],
  jobs: { readonly count: number; readonly work: readonly PlanWork[]; readonly rowsOf: readonly (readonly number[])[] },
): { readonly quotas: readonly Quota[]; readonly byShift: readonly Int32Array[] } {
  return {
    quotas: quotas.map(({ most, counts, assistants }) => {
      const mask = new Uint8Array(jobs.count);
      for (const [place, work] of jobs.work.entries())
        if (counts(work)) for (const row of jobs.rowsOf[place] ?? []) if (assistants || row === place) mask[row] = 1;
      return { most, jobs: mask };
    }),
    byShift: shifts.map((row) => Int32Array.from([...quotas.keys()].filter((at) => quotas[at]?.isOn(row) === true))),
  };
}
