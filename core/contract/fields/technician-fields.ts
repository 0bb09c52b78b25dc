import { z } from 'zod';
import {
  coordinates,
  customData,
  dateValue,
  datedHours,
  externalIds,
  id,
  minutesValue,
  requiredText,
  skillLevel,
  text,
  weeklyHours,
} from '../values.ts';
import { capacity } from './resource-fields.ts';

/** A technician, whole: what adding and changing one take. */
export const technicianFields = z.strictObject({
  id: id<'resource'>(),
  locationId: id<'location'>(),
  name: requiredText(120),
  position: z.number().int().min(0).max(100_000),
  active: z.boolean(),
  hours: weeklyHours,
  overrides: datedHours,
  breaks: weeklyHours,
  customData: customData.default({}),
  externalIds: externalIds.default([]),
  capacity: capacity.default(1),
  skills: z
    .array(z.strictObject({ skill: requiredText(60), level: skillLevel, expiresOn: dateValue.nullable() }))
    .max(60),
  homeBase: coordinates.nullable(),
  dailyMaximum: z.number().int().min(1).max(100).nullable(),
  targetMinutes: minutesValue(0, 24 * 60).nullable(),
  specialization: text(120),
  yearsOfExperience: z.number().min(0).max(80),
  rating: z.number().min(0).max(5),
  phone: text(60),
  email: text(200),
  field: z.boolean(),
});
