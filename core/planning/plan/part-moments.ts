import { NEVER, type PlanModel, type PlanPlacement } from './model.ts';

/**
 * The earliest moment at which the job's parts can be taken so that nobody who takes some at or after it goes short; any
 * later moment does as well. Undefined when they are not enough. A part is named once by a job.
 */
export function earliestParts(
  { jobs, lots }: PlanModel,
  others: readonly PlanPlacement[],
  job: number,
): number | undefined {
  let earliest = -NEVER;
  for (let need = jobs.partFirst[job] ?? 0; need < (jobs.partFirst[job + 1] ?? 0); need += 1) {
    const part = jobs.part[need] ?? 0;
    const quantity = jobs.quantity[need] ?? 0;
    const stock = (lots[part] ?? []).map((lot) => ({ at: lot.at, change: lot.quantity }));
    const taken = others.flatMap((other) => {
      const amount = quantityOf({ jobs }, other.job, part);
      return amount === 0 ? [] : [{ at: other.start - (jobs.before[other.job] ?? 0), change: -amount }];
    });
    const from = enoughFrom([...stock, ...taken], quantity);
    if (from === undefined) return undefined;
    earliest = Math.max(earliest, from);
  }
  return earliest;
}

function quantityOf({ jobs }: Pick<PlanModel, 'jobs'>, job: number, part: number): number {
  for (let need = jobs.partFirst[job] ?? 0; need < (jobs.partFirst[job + 1] ?? 0); need += 1)
    if (jobs.part[need] === part) return jobs.quantity[need] ?? 0;
  return 0;
}

/** From when on at least so many are left at every moment. Looks back from the end, where everything has happened. */
function enoughFrom(
  changes: readonly { readonly at: number; readonly change: number }[],
  quantity: number,
): number | undefined {
  // What happens at one moment happens together.
  const moments = new Map<number, number>();
  for (const { at, change } of changes) moments.set(at, (moments.get(at) ?? 0) + change);
  let left = changes.reduce((sum, { change }) => sum + change, 0);
  let from: number | undefined;
  for (const [at, change] of [...moments].toSorted(([one], [other]) => other - one)) {
    if (left < quantity) break;
    from = at;
    left -= change;
  }
  return from;
}
