import { z } from 'zod';
import { command } from '../define.ts';
import { seriesWords } from '../fields/series-fields.ts';
import { id } from '../values.ts';

export const updateSeries = command({
  summary: 'Change what a series says and claims, not when it happens',
  permission: 'schedule',
  args: z.strictObject({ id: id<'series'>(), ...seriesWords }),
});
