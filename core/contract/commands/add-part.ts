import { z } from 'zod';
import { command } from '../define.ts';
import { externalIds, id, requiredText } from '../values.ts';

export const addPart = command({
  summary: 'Add a part to the catalogue',
  permission: 'edit-stock',
  args: z.strictObject({
    id: id<'part'>(),
    number: requiredText(60),
    name: requiredText(200),
    measure: requiredText(30),
    leadTimeDays: z.number().int().min(0).max(365),
    externalIds: externalIds.default([]),
  }),
});
