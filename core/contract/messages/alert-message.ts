import { z } from 'zod';

/** Fields that more than one message has. Unknown fields are let through everywhere: a message is kept as it came. */

function words(longest: number): z.ZodString {
  return z.string('must be text').min(1, 'must not be empty').max(longest, `must be at most ${longest} characters`);
}

const MOMENT = 'must be a moment like 2026-11-23T08:24:00Z, with its offset';
export const moment = z.iso.datetime({ offset: true, error: MOMENT });

/** The senders' five steps, or our own words for them. */
export const severity = z.enum(
  ['low', 'medium', 'high', 'critical', 'emergency', 'normal', 'urgent'],
  'must be low, medium, high, critical or emergency',
);

const NAMED = 'must name the unit by text, or by id, externalId or plate';

/** One text (our id, an external id or a plate), or an object that says which of them it is. */
export const unit = z.union(
  [
    words(200),
    z
      .looseObject({
        id: words(60).optional(),
        externalId: z.union([words(200), z.looseObject({ source: words(60), id: words(200) })]).optional(),
        plate: words(60).optional(),
      })
      .refine((one) => (one.id ?? one.externalId ?? one.plate) !== undefined, NAMED),
  ],
  NAMED,
);

/**
 * What is recommended: a service type by id or name, or at least its kind. Whatever the kind says is let through: a
 * hint that nobody understands must not cost the message.
 */
export const service = z.looseObject({
  id: words(60).optional(),
  name: words(120).optional(),
  kind: z.unknown().optional(),
});

/** What both messages have. */
export const head = {
  id: words(200),
  occurredAt: moment,
  severity,
  unit,
  /** One line: what is wrong. */
  summary: words(200),
  /** The whole story. */
  fault: z.string('must be text').max(2000, 'must be at most 2000 characters').optional(),
  service: service.optional(),
  /** A location by our id or its name. */
  location: words(200).optional(),
  /** The service should be done by then. */
  due: moment.optional(),
} as const;
