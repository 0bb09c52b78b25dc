import { compileSeries, occurrencesWithin, type CompiledSeries } from '../../core/domain/series/occurrences.ts';
import type { Series } from '../../core/domain/series/series.ts';
import { instant, minutes, range } from '../../core/domain/time/instant.ts';
import { zonesFrom } from '../../core/domain/time/zones.ts';
import { asId } from '../../core/kernel/id.ts';
import table from '../../resources/zones/zones.json' with { type: 'json' };
import { measure, timeOf, type Row } from './row.ts';

const COUNT = 5000;
const zones = zonesFrom(table);
const WEEK = range(instant(Date.parse('2026-11-22T23:00Z')), instant(Date.parse('2026-11-29T23:00Z')));
const WARM_UPS = 3;

/** What shops repeat, endless, counted and ended, and a few that are hard. Each begins where its rule says, ten years ago. */
const SHAPES: readonly (readonly [start: string, rule: string])[] = [
  ['2016-11-21', 'FREQ=DAILY'],
  ['2016-11-21', 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'],
  ['2016-11-21', 'FREQ=DAILY;COUNT=5000'],
  ['2016-11-21', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  ['2016-11-21', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU'],
  ['2016-11-21', 'FREQ=WEEKLY;COUNT=1000'],
  ['2016-11-21', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20301231T225959Z'],
  ['2016-11-21', 'FREQ=MONTHLY;BYMONTHDAY=21'],
  ['2016-11-21', 'FREQ=MONTHLY;BYDAY=3MO'],
  ['2016-11-25', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=400'],
  ['2016-11-30', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['2016-11-24', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
  ['2016-11-21', 'FREQ=YEARLY'],
];
const ZONES = ['Europe/Oslo', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney'];

/** One week of five thousand series begun ten years ago: rules compiled, and from their texts. */
export async function seriesRows(): Promise<readonly Row[]> {
  const all = Array.from({ length: COUNT }, (_, index) => seriesOf(index));
  const compiled = all.map((series) => compileSeries(series));
  const expand = (list: readonly CompiledSeries[]): Promise<number> =>
    timeOf(async () => list.reduce((sum, one) => sum + occurrencesWithin(one, zones, WEEK).length, 0));
  const cold = (): Promise<number> =>
    timeOf(async () => all.reduce((sum, one) => sum + occurrencesWithin(compileSeries(one), zones, WEEK).length, 0));
  return [
    await measure(
      'one week of 5,000 series begun ten years ago, rules compiled',
      150,
      () => expand(compiled),
      WARM_UPS,
    ),
    await measure('the same from their texts', 1000, cold, WARM_UPS),
  ];
}

function seriesOf(index: number): Series {
  const [date, rule] = SHAPES[index % SHAPES.length] ?? ['2016-11-21', 'FREQ=DAILY'];
  const name = ZONES[index % ZONES.length] ?? 'UTC';
  if (!zones.has(name)) throw new Error(`The table has no zone ${name}`);
  const clock = `${String(7 + (index % 9)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;
  return {
    id: asId(`series-${index}`),
    organizationId: asId('organization'),
    locationId: asId('location'),
    name: `Series ${index}`,
    description: '',
    zone: name,
    start: `${date}T${clock}`,
    duration: minutes(60),
    before: minutes(0),
    after: minutes(15),
    rule,
    extra: [],
    exceptions: index % 10 === 0 ? [{ start: `2026-11-23T${clock}`, change: 'cancelled' }] : [],
    claims: [],
    participants: [],
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    place: null,
    priority: 'normal',
    splitFrom: null,
    active: true,
  };
}
