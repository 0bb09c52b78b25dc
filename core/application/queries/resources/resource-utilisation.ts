import { accept } from '../../../kernel/outcome.ts';
import { addDays } from '../../../domain/time/local-date.ts';
import { notFound } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';
import type { RowMemory } from '../memory/row-memory.ts';
import { spanOf } from '../reports/report-rows.ts';
import { utilisationOfAll, utilisationRows } from '../reports/utilisation.ts';

/** The utilisation report's rows for chosen resources, for those who read the board. */
export function resourceUtilisation(memory: RowMemory): Answerer<'resourceUtilisation'> {
  return async (reader, { locationId, from, days, resourceIds }, scene) => {
    const { read } = await memory.at(reader);
    const location = await read.get('location', locationId);
    if (location === undefined) return notFound('location', locationId, 'locationId');
    const rows = await utilisationRows(spanOf(read, scene, location, { from, to: addDays(from, days - 1) }));
    const wanted = rows.filter((row) => resourceIds === null || resourceIds.includes(row.resourceId));
    return accept({ rows: wanted, total: utilisationOfAll(wanted, await read.all('resource'), resourceIds) });
  };
}
