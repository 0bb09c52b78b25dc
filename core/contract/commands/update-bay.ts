import { z } from 'zod';
import { command } from '../define.ts';
import { capabilities, datedHours, id, minutesValue, requiredText, weeklyHours } from '../values.ts';

export const updateBay = command({
  summary: 'Change a bay; all fields are given',
  permission: 'edit-people',
  args: z.strictObject({
    id: id<'resource'>(),
    locationId: id<'location'>(),
    name: requiredText(120),
    position: z.number().int().min(0).max(100_000),
    active: z.boolean(),
    hours: weeklyHours,
    overrides: datedHours,
    capabilities,
    turnover: minutesValue(0, 24 * 60),
  }),
});
