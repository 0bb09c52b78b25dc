import { z } from 'zod';
import { command } from '../define.ts';
import { id } from '../values.ts';

export const endSeries = command({
  summary: 'End a series: nothing of it happens from now on; what was stays',
  permission: 'schedule',
  args: z.strictObject({ id: id<'series'>() }),
});
