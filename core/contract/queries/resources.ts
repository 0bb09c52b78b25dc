import { z } from 'zod';
import { query } from '../define.ts';
import {
  buffer,
  capabilities,
  dateValue,
  duration,
  id,
  instantRange,
  instantValue,
  minutesValue,
  skillNeeds,
  text,
} from '../values.ts';
import type { FreeTime, NextFreeSlot, ResourceSchedule, ResourceUtilisation } from '../views/resource-view.ts';

const MOST_DAYS = 62;

/** A stretch that a query expands hours for. */
const stretch = instantRange.refine((range) => range.to - range.from <= MOST_DAYS * 86_400_000, {
  message: `must be at most ${MOST_DAYS} days long`,
  path: ['to'],
});

/** One resource that is wanted: named, or anyone of a kind that has the skills or capabilities. */
const wish = z
  .strictObject({
    kind: z.enum(['technician', 'bay', 'equipment', 'room', 'team', 'custom']),
    /** Null takes anybody of the kind. */
    resourceIds: z.array(id<'resource'>()).min(1).max(500).nullable().default(null),
    skills: skillNeeds.default([]),
    capabilities: capabilities.default([]),
    /** What the organization calls a custom resource. */
    type: text(60).nullable().default(null),
    units: z.number().int().min(1).max(1000).default(1),
  })
  .refine((one) => one.kind === 'technician' || one.skills.length === 0, {
    message: 'must be left out: only technicians have skills',
    path: ['skills'],
  })
  .refine((one) => one.kind !== 'technician' || one.capabilities.length === 0, {
    message: 'must be left out: technicians have skills',
    path: ['capabilities'],
  });

export const resourceQueries = {
  resourceSchedule: query<ResourceSchedule>()({
    summary: 'One resource of any kind in a stretch: working time, what closes it, appointments, occurrences of series',
    permission: 'read-board',
    input: z.strictObject({ resourceId: id<'resource'>(), range: stretch }),
  }),
  freeTime: query<FreeTime>()({
    summary: 'When so many units of a resource are free for at least so many minutes',
    permission: 'read-board',
    input: z.strictObject({
      resourceId: id<'resource'>(),
      range: stretch,
      minimum: minutesValue(1, 60 * 24 * 14).prefault(1),
      units: z.number().int().min(1).max(1000).default(1),
    }),
  }),
  resourceUtilisation: query<ResourceUtilisation>()({
    summary: 'Booked and open minutes of resources on each local day',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      from: dateValue,
      days: z.number().int().min(1).max(MOST_DAYS),
      /** Null takes every active resource of the location. */
      resourceIds: z.array(id<'resource'>()).min(1).max(500).nullable().default(null),
    }),
  }),
  nextFreeSlot: query<NextFreeSlot>()({
    summary:
      'The first time at which everything wanted is free at once: people by skills, bays, rooms, equipment, teams',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      /** Null begins now. */
      from: instantValue.nullable().default(null),
      days: z.number().int().min(1, 'must be at least 1 day').max(60, 'must be at most 60 days').default(30),
      duration,
      /** Null takes the organization's buffers. */
      before: buffer.nullable().default(null),
      after: buffer.nullable().default(null),
      wishes: z.array(wish).min(1, 'must want at least one resource').max(10),
    }),
  }),
} as const;
