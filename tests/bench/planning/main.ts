import process from 'node:process';
import { cancelFigures } from './cancel.ts';
import { figureTable, type Figure } from './figure.ts';
import { bayDayFigures, bayWeekFigures, fieldDayFigures, fieldWeekFigures } from './large.ts';
import { smallFigures, smallLongFigures, tinyFigures } from './proven.ts';
import { firstPlanFigures, slotFigures } from './quick.ts';
import { routingFigures } from './routing.ts';

/**
 * `npm run bench:planning [-- --only WORD] [--long] [--json]`: the planner beside what others reach, every plan scored by the
 * referee. Seconds are CPU seconds of one fresh worker. On a machine that others use as well they are worth less.
 */
const words = process.argv.slice(2);
const only = words.includes('--only') ? (words[words.indexOf('--only') + 1] ?? '') : '';
const isLong = words.includes('--long');

type Bench = () => Promise<readonly Figure[]> | readonly Figure[];

const benches: Readonly<Record<string, Bench>> = {
  tiny: tinyFigures,
  small: smallFigures,
  'field-day': fieldDayFigures,
  'field-week': fieldWeekFigures,
  'bay-day': bayDayFigures,
  slots: slotFigures,
  'first-plan': firstPlanFigures,
  cancel: cancelFigures,
  vrptw: routingFigures,
  ...(isLong ? { 'small-long': smallLongFigures, 'bay-week': bayWeekFigures } : {}),
};

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (!name.includes(only)) continue;
  process.stderr.write(`Measuring ${name}.\n`);
  figures.push(...(await bench()));
}
process.stdout.write(words.includes('--json') ? `${JSON.stringify(figures, null, 2)}\n` : `${figureTable(figures)}\n`);
