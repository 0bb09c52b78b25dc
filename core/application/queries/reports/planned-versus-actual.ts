import { mean, median } from '../../../kernel/statistics.ts';
import type { Durations, ReportRows } from '../../../contract/views/report-view.ts';
import { actualDuration, scheduledDuration } from '../../../domain/work/appointment-time.ts';
import type { Appointment } from '../../../domain/work/appointment.ts';
import type { ServiceType, ServiceTypeId } from '../../../domain/work/service-type.ts';
import { startingIn, type ReportSpan } from './report-rows.ts';

/** One finished piece of work: minutes by the plan and by the clock. */
export interface Finished {
  readonly serviceTypeId: ServiceTypeId;
  readonly planned: number;
  readonly actual: number;
}

/** From so many pieces of work on, what they took says something about the next one. */
const ENOUGH = 3;
const STEP = 5;

/** Work that flowed over several appointments counts once, by its first, with all its minutes, when all are completed. */
export async function finishedWork(span: ReportSpan): Promise<readonly Finished[]> {
  const finished: Finished[] = [];
  for (const one of await startingIn(span)) {
    const { serviceTypeId, segment } = one;
    if (serviceTypeId === null || (segment !== null && segment.ordinal > 1)) continue;
    const parts = segment === null ? [one] : (await span.read.segmentsOf(segment.chainId)).filter(counts);
    const actual = parts.map((part) => actualDuration(part));
    if (actual.some((minutes) => minutes === null)) continue;
    const planned = parts.reduce((sum, part) => sum + scheduledDuration(part), 0);
    finished.push({ serviceTypeId, planned, actual: actual.reduce<number>((sum, each) => sum + (each ?? 0), 0) });
  }
  return finished;
}

function counts({ state }: Appointment): boolean {
  return state.status !== 'cancelled';
}

/** Median of what it took, rounded up to 5 minutes; null while there is too little to go by. */
export function suggestedDuration(actual: readonly number[]): number | null {
  const middle = actual.length < ENOUGH ? null : median(actual);
  return middle === null ? null : Math.max(STEP, Math.ceil(middle / STEP) * STEP);
}

export function byServiceType(
  all: readonly Finished[],
  serviceTypes: readonly ServiceType[],
): readonly ReportRows['plannedVersusActual']['row'][] {
  return serviceTypes.flatMap(({ id, name, duration }) => {
    const own = all.filter((one) => one.serviceTypeId === id);
    if (own.length === 0) return [];
    const suggestedMinutes = suggestedDuration(own.map((one) => one.actual));
    const standard = { serviceTypeId: id, serviceType: name, standardMinutes: duration };
    return [{ ...standard, ...durationsOf(own), suggestedMinutes }];
  });
}

export function durationsOf(all: readonly Finished[]): Durations {
  const actual = all.map((one) => one.actual);
  return {
    completed: all.length,
    meanPlannedMinutes: mean(all.map((one) => one.planned)),
    meanActualMinutes: mean(actual),
    medianActualMinutes: median(actual),
  };
}
