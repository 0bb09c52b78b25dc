import { z } from 'zod';
import { command } from '../define.ts';
import { dateValue, id, requiredText } from '../values.ts';

export const removeClosure = command({
  summary: 'Open a location again on days that were shut',
  permission: 'edit-people',
  args: z.strictObject({ locationId: id<'location'>(), from: dateValue, name: requiredText(200) }),
});
