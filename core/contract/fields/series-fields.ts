import { z } from 'zod';
import { parseRule } from '../../domain/series/parse-rule.ts';
import { parseWall, wallText } from '../../domain/series/wall-text.ts';
import type { WallText } from '../../domain/series/series.ts';
import {
  buffer,
  claims,
  duration,
  id,
  participants,
  place,
  priority,
  requiredText,
  text,
  zoneValue,
} from '../values.ts';

/** A wall time in the series' zone; written in one way, so that occurrences can be named by it. */
export const wallValue: z.ZodType<WallText, string> = z
  .string('must be a wall time like 2026-11-23T09:00')
  .max(19, 'must be a wall time like 2026-11-23T09:00')
  .transform((value, context) => {
    const wall = parseWall(value);
    if (wall !== undefined && Number(value.slice(0, 4)) >= 1970 && Number(value.slice(0, 4)) <= 2100)
      return wallText(wall);
    context.addIssue('must be a real wall time between 1970 and 2100, like 2026-11-23T09:00');
    return z.NEVER;
  });

/** RFC 5545 RRULE value; what cannot be used is refused with the reason. */
export const ruleValue = z
  .string('must be a rule like FREQ=WEEKLY;BYDAY=MO')
  .max(500, 'must be at most 500 characters')
  .superRefine((value, context) => {
    const read = parseRule(value);
    if (!read.ok) context.addIssue(read.refusal);
  });

/** None at all, or as an appointment has them. */
export const seriesClaims = z.array(claims.element).max(50);

/** What a series says of each occurrence, times aside. */
export const seriesWords = {
  name: requiredText(200),
  description: text(4000).default(''),
  claims: seriesClaims,
  /** Of an interface that knows one person only: becomes the lead when no claim does. */
  assigneeId: id<'resource'>().nullable().default(null),
  participants: participants.default([]),
  serviceTypeId: id<'service-type'>().nullable().default(null),
  customerId: id<'customer'>().nullable().default(null),
  unitId: id<'unit'>().nullable().default(null),
  /** Null means at the location. */
  place: place.nullable().default(null),
  priority: priority.default('normal'),
  /** Minutes kept free; null takes the service type's, else the organization's. */
  before: buffer.nullable().default(null),
  after: buffer.nullable().default(null),
};

/** When a series happens. */
export const seriesTimes = {
  /** Null is the location's. */
  zone: zoneValue.nullable().default(null),
  /** The first occurrence, which the rule must name. */
  start: wallValue,
  duration,
  rule: ruleValue,
  /** Further starts beside the rule's. */
  extra: z.array(wallValue).max(100).default([]),
};
