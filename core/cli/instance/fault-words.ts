import type { FaultKind, InstanceFault } from './instance-planner.ts';
import type { Misfit } from './instance-sense.ts';

const WORDS: Readonly<Record<FaultKind, (job: number) => Misfit>> = {
  twice: (job) => ({ field: 'job', reason: `must be planned once only: job ${job} is there twice` }),
  technician: (job) => ({ field: 'tech', reason: `must have a technician who may do job ${job} and works then` }),
  start: (job) => ({
    field: 'start',
    reason: `must be a start of job ${job}: on the grid, in one of its windows, outside closed times`,
  }),
  bay: (job) => ({ field: 'bay', reason: `must have a bay that can take job ${job} and is open then` }),
  'bay-busy': (job) => ({ field: 'start', reason: `must leave the bay free and turned over: job ${job} is too soon` }),
  'too-early': (job) => ({ field: 'start', reason: `must leave the technician time to get to job ${job}` }),
  'home-late': (job) => ({ field: 'start', reason: `must leave the technician time to get home after job ${job}` }),
  'too-many': (job) => ({ field: 'tech', reason: `must have fewer jobs that day; job ${job} is one too many` }),
  parts: (job) => ({ field: 'start', reason: `must be when the parts are there: too few for job ${job}` }),
  moved: (job) => ({ field: 'start', reason: `must be where job ${job} is fixed` }),
};

/** The field of a list that a fault is about, and what it must be. */
export function misfitOfFault(list: string, { place, job, fault }: InstanceFault): Misfit {
  if (place === undefined) return { field: list, reason: `must hold fixed job ${job}` };
  const { field, reason } = WORDS[fault](job);
  return { field: `${list}.${place}.${field}`, reason };
}
