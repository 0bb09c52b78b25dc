import { firstStarts, rangeOf, startsWithin } from '../../core/domain/series/expand.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import { dayRange } from '../../core/domain/time/local-time.ts';
import { range } from '../../core/domain/time/instant.ts';
import { checkEdits } from './check-edits.ts';
import { difference } from './difference.ts';
import type { DstVector, RecurrenceVector, Vector } from './forms.ts';
import { compiled, moment, wall, written, zone, zones } from './product.ts';

/** What is wrong with the product's answer, in one line; null when it is the expected one. */
export function missOf(one: Vector): string | null {
  try {
    switch (one.form) {
      case 'recurrence':
        return checkRecurrence(one.vector);
      case 'dst':
        return checkDst(one.vector);
      case 'series-edits':
        return checkEdits(one.vector);
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const NOTHING = 'expects nothing, so nothing was checked';

function checkRecurrence(vector: RecurrenceVector): string | null {
  const { allDay, first, complete, between } = vector;
  if (first.length === 0 && between.expect.length === 0 && !complete) return NOTHING;
  const rule = compiled(vector.rrule, vector.dtstart);
  // A date has no zone: its days are counted on the UTC line.
  const place = zone(allDay ? 'UTC' : vector.tz);
  const starts = firstStarts(rule, zones, place, first.length + (complete ? 1 : 0));
  const texts = starts.map(({ at }) => written(at, allDay));
  const window = range(moment(between.start), moment(between.end));
  const within = startsWithin(rule, zones, place, window).map(({ at }) => written(at, allDay));
  return difference('start', texts, first) ?? difference('start in the window', within, between.expect);
}

function checkDst(vector: DstVector): string | null {
  const place = zone(vector.tz);
  switch (vector.kind) {
    case 'wall': {
      const at = zones.atWall(place, wall(vector.local));
      const shown = written(at) === vector.utc ? zones.wallAt(place, at) : null;
      const expected = wall(vector.shownAs ?? vector.local);
      if (shown === null) return `${vector.local} is ${written(at)}, not ${vector.utc}`;
      return shown === expected ? null : `${vector.utc} is not shown as ${vector.shownAs ?? vector.local}`;
    }
    case 'day-bounds': {
      const day = dayRange(zones, place, localDate(vector.date));
      const got = [written(day.from), written(day.to), String((day.to - day.from) / 3_600_000)];
      return difference('bound', got, [vector.start, vector.end, String(vector.hours)]);
    }
    case 'series':
    case 'series-end':
    case 'until-edge':
      return checkSeries(vector, /COUNT|UNTIL/i.test(vector.rrule) ? 1 : 0);
  }
}

/** `beyond`: one more start is asked for, which must not be there, when the rule ends. */
function checkSeries(
  vector: Extract<DstVector, { readonly expect: readonly string[] }>,
  beyond: number,
): string | null {
  const { expect, exactMinutes = 0, ends = [] } = vector;
  if (expect.length === 0 && beyond === 0) return NOTHING;
  if (vector.kind === 'series-end' && ends.length === 0) return 'names no ends, so none was checked';
  const starts = firstStarts(compiled(vector.rrule, vector.dtstart), zones, zone(vector.tz), expect.length + beyond);
  const ranges = starts.map(({ at }) => rangeOf(at, exactMinutes));
  const missed = difference(
    'start',
    ranges.map(({ from }) => written(from)),
    expect,
  );
  if (missed !== null || ends.length === 0) return missed;
  return difference(
    'end',
    ranges.map(({ to }) => written(to)),
    ends,
  );
}
