import { z } from 'zod';
import { command } from '../define.ts';
import { buffer, capabilities, id, minutesValue, requiredText } from '../values.ts';

export const createOrganization = command({
  summary: 'Set up the organization this database belongs to',
  permission: 'administer',
  undoable: false,
  args: z.strictObject({
    id: id<'organization'>(),
    name: requiredText(200),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters like EUR'),
    skills: capabilities,
    capabilities,
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
