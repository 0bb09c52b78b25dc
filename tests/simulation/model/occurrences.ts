import { instant, MINUTE, minutes, type Instant } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import type { SeriesRow } from './series-rows.ts';
import { every, type Model, type Rows } from './rows.ts';

const OSLO_WINTER = 60 * MINUTE;
const DAY = 24 * 60 * MINUTE;

/** One happening of a series that is no appointment. */
export interface Occurrence {
  /** Names it among all that keeps somebody busy. */
  readonly id: string;
  /** Its original start, as wall time. */
  readonly start: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly claims: readonly Claim[];
}

/** Everything happens in one winter, in which wall times are an hour ahead. */
export function atWall(wall: string): Instant {
  return instant(Date.parse(`${wall}:00Z`) - OSLO_WINTER);
}

export function wallAt(at: number): string {
  return new Date(at + OSLO_WINTER).toISOString().slice(0, 16);
}

/** Every so many days, so many times or until a moment, or for ever: the rules that are played. */
export interface Pattern {
  readonly interval: number;
  readonly count: number | null;
  readonly until: number | null;
}

export function patternOf({ rule }: Pick<SeriesRow, 'rule'>): Pattern {
  const parts = new Map(
    rule
      .split(';')
      .map((part) => part.split('='))
      .map(([name = '', value = '']) => [name, value]),
  );
  const until = parts.get('UNTIL')?.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z');
  return {
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: until === undefined ? null : Date.parse(until),
  };
}

/** As RFC 5545 writes it, in one order. */
export function ruleOf({ interval, count, until }: Pattern): string {
  const end = until === null ? [] : [`UNTIL=${new Date(until).toISOString().replaceAll(/[-:]|\.000/g, '')}`];
  const times = count === null ? [] : [`COUNT=${count}`];
  return ['FREQ=DAILY', ...end, ...times, ...(interval === 1 ? [] : [`INTERVAL=${interval}`])].join(';');
}

/** More than any step looks at. */
const MOST = 40;

/** The starts of the rule, exceptions or not. */
export function startsOf(series: Pick<SeriesRow, 'start' | 'rule'>): readonly string[] {
  const { interval, count, until } = patternOf(series);
  const first = atWall(series.start);
  const found: string[] = [];
  for (let index = 0; index < Math.min(count ?? MOST, MOST); index += 1) {
    const at = first + index * interval * DAY;
    if (until !== null && at > until) break;
    found.push(wallAt(at));
  }
  return found;
}

export function isEndless(series: SeriesRow): boolean {
  const { count, until } = patternOf(series);
  return count === null && until === null;
}

/** What the series has left of its starts: the skipped and those that are appointments are not there. */
export function occurrencesOf(series: SeriesRow): readonly Occurrence[] {
  const known = new Set(series.exceptions.map((one) => one.start));
  const plain = startsOf(series).filter((start) => !known.has(start));
  return [
    ...plain.map((start) => occurrence(series, start, start, series.duration, series.claims)),
    ...series.exceptions.flatMap((one) =>
      one.change === 'moved' ? [occurrence(series, one.start, one.to, one.duration, one.claims ?? series.claims)] : [],
    ),
  ];
}

function occurrence(
  series: SeriesRow,
  start: string,
  to: string,
  duration: number,
  claims: readonly Claim[],
): Occurrence {
  const from = atWall(to);
  return { id: `${series.id} ${start}`, start, from, to: instant(from + duration * MINUTE), claims };
}

/** What occurrences keep busy, buffers included; what is over stands in nobody's way. */
export function occurrenceUses(rows: Rows, now: number) {
  return every(rows, 'series')
    .filter((one) => one.active)
    .flatMap((series) =>
      occurrencesOf(series)
        .filter((one) => one.to > now)
        .map(({ id, from, to, claims }) => ({
          id,
          from: from - series.before * MINUTE,
          to: to + series.after * MINUTE,
          claims,
        })),
    );
}

/** Whether something that goes on claims the resource, be it only for one time. */
export function isRepeatedOn({ rows, now }: Model, resourceId: string): boolean {
  return every(rows, 'series')
    .filter((one) => one.active && occurrencesOf(one).some(({ to }) => to > now))
    .some(({ claims, exceptions }) => {
      const own = exceptions.flatMap((one) => (one.change === 'moved' ? (one.claims ?? []) : []));
      return [...claims, ...own].some((claim) => claim.resourceId === resourceId);
    });
}

/** A wall time so many minutes later. */
export function shifted(wall: string, by: number): string {
  return wallAt(atWall(wall) + by);
}

export const length = (one: Pick<Occurrence, 'from' | 'to'>) => minutes((one.to - one.from) / MINUTE);
