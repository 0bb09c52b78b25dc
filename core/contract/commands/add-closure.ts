import { z } from 'zod';
import { command } from '../define.ts';
import { dateValue, id, requiredText } from '../values.ts';

export const addClosure = command({
  summary: 'Shut a location for whole days',
  permission: 'edit-people',
  args: z
    .strictObject({ locationId: id<'location'>(), from: dateValue, to: dateValue, name: requiredText(200) })
    .refine((closure) => closure.from <= closure.to, { message: 'must not be before the first day', path: ['to'] }),
});
