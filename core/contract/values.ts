import { z } from 'zod';
import { asId, isId, type Id } from '../kernel/id.ts';
import { EARLIEST, LATEST, instant, minutes, type Instant, type Minutes } from '../domain/time/instant.ts';
import { isLocalDate, localDate, type LocalDate, type MinuteOfDay, type Weekday } from '../domain/time/local-date.ts';
import type { ZoneId } from '../domain/time/zones.ts';

/** Schemas of the values that commands and queries are made of. Each says in words what it wants. */

export function id<Name extends string>(): z.ZodType<Id<Name>, string> {
  return z
    .string()
    .refine(isId, 'must be a UUID in lower case')
    .transform((text) => asId<Name>(text));
}

/** UTC milliseconds within the years 1970 to 2100. */
export const instantValue: z.ZodType<Instant, number> = z
  .number('must be a moment in UTC milliseconds')
  .int('must be whole milliseconds')
  .min(EARLIEST, 'must not be before 1970')
  .max(LATEST, 'must not be after 2100')
  .transform(instant);

export const dateValue: z.ZodType<LocalDate, string> = z
  .string('must be a date like 2026-11-23')
  .refine(isLocalDate, 'must be a real date between 1970-01-01 and 2100-12-31, like 2026-11-23')
  .transform(localDate);

export function minutesValue(least: number, most: number): z.ZodType<Minutes, number> {
  return z
    .number('must be a number of minutes')
    .int('must be whole minutes')
    .min(least, `must be at least ${least} minutes`)
    .max(most, `must be at most ${most} minutes`)
    .transform(minutes);
}

export const duration = minutesValue(5, 60 * 24 * 14);
export const buffer = minutesValue(0, 60 * 24);

export function text(longest: number): z.ZodType<string, string> {
  return z.string('must be text').trim().max(longest, `must be at most ${longest} characters`);
}

export function requiredText(longest: number): z.ZodType<string, string> {
  return z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must be at most ${longest} characters`);
}

/** The form of an IANA zone name; whether the zone exists is asked of the zone table in the use case. */
export const zoneValue: z.ZodType<ZoneId, string> = z
  .string('must be an IANA time zone like Europe/Oslo')
  .regex(/^[A-Za-z0-9_+\-/]{1,64}$/, 'must be an IANA time zone like Europe/Oslo')
  .transform((name) => name as ZoneId);

export const coordinates = z.strictObject({
  latitude: z.number().min(-90, 'must be between -90 and 90').max(90, 'must be between -90 and 90'),
  longitude: z.number().min(-180, 'must be between -180 and 180').max(180, 'must be between -180 and 180'),
});

export const place = z.strictObject({ address: requiredText(300), coordinates });

export const instantRange = z
  .strictObject({ from: instantValue, to: instantValue })
  .refine((range) => range.from < range.to, { message: 'must end after it starts', path: ['to'] });

/** Minutes after midnight, up to the end of the next day. */
export const minuteOfDay: z.ZodType<MinuteOfDay, number> = z
  .number()
  .int()
  .min(0)
  .max(2880, 'must be at most 2880 minutes after midnight')
  .transform((count) => count as MinuteOfDay);

/** ISO: Monday is 1. */
export const weekday: z.ZodType<Weekday, number> = z
  .number()
  .int()
  .min(1, 'must be 1 (Monday) to 7 (Sunday)')
  .max(7, 'must be 1 (Monday) to 7 (Sunday)')
  .transform((day) => day as Weekday);

const ends = { message: 'must end after it starts', path: ['to'] };

export const weeklyHours = z
  .array(z.strictObject({ weekday, from: minuteOfDay, to: minuteOfDay }).refine((span) => span.from < span.to, ends))
  .max(50);

export const datedHours = z
  .array(
    z.strictObject({
      date: dateValue,
      spans: z
        .array(z.strictObject({ from: minuteOfDay, to: minuteOfDay }).refine((span) => span.from < span.to, ends))
        .max(10),
    }),
  )
  .max(1000);

export const priority = z.enum(['low', 'normal', 'high', 'urgent']);
export const skillLevel = z.union([z.literal(1), z.literal(2), z.literal(3)], 'must be 1, 2 or 3');
export const skillNeeds = z.array(z.strictObject({ skill: requiredText(60), level: skillLevel })).max(20);
export const capabilities = z.array(requiredText(60)).max(20);
/** A bare name is a capability of level 1 that does not expire. */
export const offeredCapabilities = z
  .array(
    z.union([
      requiredText(60).transform((capability) => ({ capability, level: 1 as const, expiresOn: null })),
      z.strictObject({ capability: requiredText(60), level: skillLevel, expiresOn: dateValue.nullable() }),
    ]),
  )
  .max(60);
/** JSON of other systems, up to 64 KiB. */
export const customData: z.ZodType<Readonly<Record<string, unknown>>> = z
  .record(z.string().max(100), z.json())
  .refine((data) => JSON.stringify(data).length <= 65_536, 'must be at most 64 KiB of JSON');
export const externalIds = z.array(z.strictObject({ source: requiredText(60), id: requiredText(200) })).max(20);
/** The codes of ISO 4217 that are money somewhere, or were: XXX (none) and XTS (tests) are not among them. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
export const currency = z
  .string('must be text')
  .refine((code) => CURRENCIES.has(code), 'must be a currency of ISO 4217 like EUR');
export const money = z.strictObject({
  /** Cents, øre and the like. */
  minor: z
    .number('must be a number of minor units')
    .int('must be whole minor units')
    .min(0, 'must be at least 0')
    .max(100_000_000_000, 'must be at most 100000000000'),
  currency,
});
export const partNeeds = z
  .array(
    z.strictObject({
      partId: id<'part'>(),
      quantity: z.number().int('must be a whole quantity').min(1, 'must be at least 1').max(10_000),
      /** False: the work can begin without it. Left out means true. */
      critical: z.boolean().exactOptional(),
    }),
  )
  .max(50);

/** Of what has no place yet, none. */
export const anyClaims = z
  .array(
    z.strictObject({
      resourceId: id<'resource'>(),
      role: z.enum(['lead', 'assistant', 'bay', 'equipment', 'room', 'team', 'custom']),
      units: z.number().int().min(1).max(1000),
    }),
  )
  .max(50);

export const NO_CLAIM = 'must name at least one resource';
export const claims = anyClaims.min(1, NO_CLAIM);

/** The place of a taken suggestion among those shown, 1 for the best. */
export const takenSuggestion = z.strictObject({ rank: z.number().int().min(1).max(20) });

/** Ids for the parts of long work, in the order of time. */
export const segmentIds = z
  .array(id<'appointment'>())
  .min(1, 'must give at least one id')
  .max(200)
  .refine((ids) => new Set(ids).size === ids.length, 'must not name an id twice');

export const participants = z
  .array(
    z.strictObject({
      name: requiredText(200),
      role: z.enum(['customer', 'organizer', 'interviewer', 'attendee']),
      email: text(200),
      phone: text(60),
      response: z.enum(['none', 'accepted', 'declined', 'tentative']),
    }),
  )
  .max(100);
