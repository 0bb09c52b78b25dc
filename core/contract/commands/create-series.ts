import { z } from 'zod';
import { command } from '../define.ts';
import { seriesTimes, seriesWords } from '../fields/series-fields.ts';
import { id } from '../values.ts';

export const createSeries = command({
  summary: 'Make something repeat: a rule, a first start as wall time, and what each occurrence claims',
  permission: 'schedule',
  args: z.strictObject({ id: id<'series'>(), locationId: id<'location'>(), ...seriesWords, ...seriesTimes }),
});
