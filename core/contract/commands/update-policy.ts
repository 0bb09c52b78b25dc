import { z } from 'zod';
import { command } from '../define.ts';
import { buffer, id, minutesValue } from '../values.ts';

export const updatePolicy = command({
  summary: 'Change buffers, limits and how severe each booking rule is',
  permission: 'administer',
  args: z.strictObject({
    organizationId: id<'organization'>(),
    policy: z.strictObject({
      bufferBefore: buffer,
      bufferAfter: buffer,
      dailyMaximum: z.number().int().min(1).max(100),
      holdMinutes: minutesValue(1, 24 * 60),
      autoBook: z.boolean(),
      autoBookDays: z.number().int().min(0).max(90),
      severities: z.record(z.string(), z.enum(['clear', 'caution', 'block'])),
    }),
  }),
});
