import { z } from 'zod';
import { command } from '../define.ts';
import { coordinates, id, requiredText, text, weeklyHours, zoneValue } from '../values.ts';

export const updateLocation = command({
  summary: 'Change a site; all its fields are given',
  permission: 'administer',
  args: z.strictObject({
    id: id<'location'>(),
    name: requiredText(200),
    zone: zoneValue,
    address: text(300),
    phone: text(60),
    coordinates,
    hours: weeklyHours,
    travel: z.strictObject({
      kilometresPerHour: z.number().min(1).max(200),
      detourFactor: z.number().min(1).max(5),
      accessMinutes: z.number().min(0).max(120),
    }),
  }),
});
