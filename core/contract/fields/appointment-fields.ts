import { z } from 'zod';
import { customData, externalIds, priority, requiredText, text, zoneValue } from '../values.ts';

/** What an appointment can carry besides its place and its people; each may be left out. */
export const appointmentFields = {
  /** The system that made it, with its id there. */
  source: z
    .strictObject({ source: requiredText(60), id: requiredText(200) })
    .nullable()
    .optional(),
  externalIds: externalIds.optional(),
  /** Left out when booking, it is whoever books. */
  requestedBy: text(200).optional(),
  workItem: z
    .strictObject({ type: requiredText(60), id: requiredText(200) })
    .nullable()
    .optional(),
  /** Must fit the schema of the service type where that has one. */
  customData: customData.optional(),
  /** How often it may be given another date; null as often as anybody likes. */
  rescheduleLimit: z
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(100, 'must be at most 100')
    .nullable()
    .optional(),
  /** In which zone its times are said; null in the location's. */
  zone: zoneValue.nullable().optional(),
  locationText: text(300).optional(),
} as const;

/** What booked time can say of itself from the start; each may be left out. */
export const bookingFields = {
  /** Left out it is the work order's, else the service's, else normal. */
  priority: priority.optional(),
  /** Left out reminders go out. */
  remind: z.boolean('must be true or false').optional(),
} as const;
