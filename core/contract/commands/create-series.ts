import { z } from 'zod';
import { command } from '../define.ts';
import { seriesTimes, seriesWords } from '../fields/series-fields.ts';
import { importedSeries } from '../fields/imported-fields.ts';
import { id } from '../values.ts';

export const createSeries = command({
  summary: 'Make something repeat: a rule, a first start as wall time, and what each occurrence claims',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'series'>(),
    locationId: id<'location'>(),
    ...seriesWords,
    ...seriesTimes,
    /** Of an exported row that is brought back as it was; only for whoever may administer. */
    imported: importedSeries.optional(),
  }),
});
