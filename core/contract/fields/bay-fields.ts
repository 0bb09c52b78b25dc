import { z } from 'zod';
import {
  customData,
  datedHours,
  externalIds,
  id,
  minutesValue,
  offeredCapabilities,
  requiredText,
  weeklyHours,
} from '../values.ts';
import { capacity } from './resource-fields.ts';

/** A bay, whole: what adding and changing one take. */
export const bayFields = z.strictObject({
  id: id<'resource'>(),
  locationId: id<'location'>(),
  name: requiredText(120),
  position: z.number().int().min(0).max(100_000),
  active: z.boolean(),
  hours: weeklyHours,
  overrides: datedHours,
  breaks: weeklyHours.default([]),
  customData: customData.default({}),
  externalIds: externalIds.default([]),
  capacity: capacity.default(1),
  capabilities: offeredCapabilities,
  turnover: minutesValue(0, 24 * 60),
});
