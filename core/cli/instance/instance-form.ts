import { z } from 'zod';

/** What the planner takes: a year of minutes, and costs whose sums stay below a thousand million. */
const LAST_MINUTE = 366 * 1440;

const whole = (least: number, most: number) =>
  z
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
const moment = whole(0, LAST_MINUTE);
const place = whole(0, 1_000_000);
const price = whole(0, 1_000_000);
const pair = z.tuple([moment, moment], 'must be a pair of minutes');
const pricePerPriority = (most: number) =>
  z.array(whole(0, most)).length(6, 'must have 6 numbers: one for nothing, then priorities 1 to 5');

const technician = z.object({
  id: place,
  home: place,
  skills: z.array(whole(0, 3)).max(1000),
  shifts: z
    .array(z.object({ day: whole(0, 365), start: moment, end: moment, closed: z.array(pair).max(100) }))
    .max(1000),
  maxJobsPerDay: whole(0, 1000),
  targetMinutes: whole(0, LAST_MINUTE).nullable(),
});

const bay = z.object({
  id: place,
  site: place,
  caps: z.array(place).max(1000),
  turnover: whole(0, 1440),
  hours: z.array(z.object({ day: whole(0, 365), start: moment, end: moment })).max(1000),
});

const job = z.object({
  id: place,
  site: place.nullable(),
  duration: whole(1, LAST_MINUTE),
  before: whole(0, 1440),
  after: whole(0, 1440),
  skills: z.array(z.object({ skill: place, level: whole(0, 3) })).max(100),
  bayCaps: z.array(place).max(100).nullable(),
  parts: z.array(z.object({ part: place, qty: whole(1, 1_000_000) })).max(100),
  windows: z.array(pair).max(1000),
  due: moment.nullable(),
  priority: whole(1, 5),
  preferredTechs: z.array(place).max(1000),
  forbiddenTechs: z.array(place).max(1000),
  preferredWindows: z.array(pair).max(1000),
});

/** A file of the form "tbs-1". Fields that only describe, such as names, are not looked at. */
export const instanceForm = z.object({
  schema: z.literal('tbs-1', 'must be "tbs-1"'),
  grid: whole(1, 1440),
  travel: z.array(z.array(whole(0, 100_000))).max(5000),
  technicians: z.array(technician).max(2000),
  bays: z.array(bay).max(2000),
  parts: z.array(z.object({ id: place, lots: z.array(z.object({ at: moment, qty: place })).max(1000) })).max(10_000),
  jobs: z.array(job).max(10_000),
  fixed: z
    .array(z.object({ job: place, tech: place, bay: place.nullable().default(null), start: moment }))
    .max(10_000)
    .default([]),
  weights: z.object({
    unassigned: pricePerPriority(1_000_000),
    tardyPerMin: pricePerPriority(1000),
    travelPerMin: whole(0, 1000),
    notPreferredTech: price,
    notPreferredWindow: price,
    overloadPerMin: whole(0, 1000),
  }),
});

export type InstanceFile = z.output<typeof instanceForm>;

export const planForm = z.object({
  assignments: z
    .array(z.object({ job: place, tech: place, bay: place.nullable().default(null), start: moment }))
    .max(10_000),
});

export type PlanFile = z.output<typeof planForm>;
