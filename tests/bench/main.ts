import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { boardRows } from './board.ts';
import { commandRows } from './commands.ts';
import { prepareData } from './data.ts';
import { dragRows } from './drag.ts';
import { exposureRows } from './exposure.ts';
import { nextFreeRows } from './next-free.ts';
import { pastRows } from './past.ts';
import type { Row } from './row.ts';
import { searchRows } from './search.ts';
import { seriesRows } from './series.ts';
import { slotRows } from './slots.ts';
import { startRows } from './start.ts';
import { startPageRows } from './start-page.ts';
import { tableOf } from './table.ts';

/** `npm run bench [-- --only WORD] [--json FILE]`: medians over five runs, beside their targets. */
const words = process.argv.slice(2);
const after = (flag: string): string | undefined => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
const only = after('--only') ?? '';
const json = after('--json');

const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  start: async () => startRows(await prepareData('large')),
  board: async () => boardRows(await prepareData('large'), await prepareData('dense')),
  commands: async () => commandRows(await prepareData('large')),
  slots: async () => slotRows(await prepareData('large')),
  exposure: async () => exposureRows(await prepareData('large')),
  'next-free': async () => nextFreeRows(await prepareData('dense'), await prepareData('large')),
  past: async () => pastRows(await prepareData('large')),
  drag: async () => dragRows(await prepareData('dense')),
  search: async () => searchRows(await prepareData('large')),
  series: () => seriesRows(),
  'start-page': () => startPageRows(),
};

const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (!name.includes(only)) continue;
  process.stderr.write(`Measuring ${name}.\n`);
  rows.push(...(await bench()));
}
process.stdout.write(`${tableOf(rows)}\n`);
if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
