import type { ReportRows } from '../../../contract/views/report-view.ts';
import { weekdayOf } from '../../../domain/time/local-date.ts';
import { toLocal } from '../../../domain/time/local-time.ts';
import { isFirstPart, isWork } from './work.ts';
import { startingIn, type ReportSpan } from './report-rows.ts';

type Row = ReportRows['demand']['row'];
export type Asked = Omit<Row, 'appointments'>;

/** Local weekday and hour of each piece of work that was asked for. */
export async function askedTimes(span: ReportSpan): Promise<readonly Asked[]> {
  const { zones } = span.scene.surroundings;
  const appointments = (await startingIn(span)).filter((one) => isWork(one) && isFirstPart(one));
  return appointments.map(({ start }) => {
    const { date, minute } = toLocal(zones, span.location.zone, start);
    return { weekday: weekdayOf(date), hour: Math.floor(minute / 60) };
  });
}

/** Hours in which nothing was asked for have no row. */
export function demandRows(all: readonly Asked[]): readonly Row[] {
  const counts = Map.groupBy(all, ({ weekday, hour }) => weekday * 24 + hour);
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, [first, ...rest]]) => (first === undefined ? [] : [{ ...first, appointments: 1 + rest.length }]));
}
