import { changeSeries, endBefore, shifted, splitSeries } from '../../core/domain/series/change-series.ts';
import { cancelOccurrence, changeOccurrence } from '../../core/domain/series/exceptions.ts';
import { compileSeries, namesStart, occurrencesWithin } from '../../core/domain/series/occurrences.ts';
import type { Series, WallText } from '../../core/domain/series/series.ts';
import { wallText } from '../../core/domain/series/wall-text.ts';
import { minutes, range } from '../../core/domain/time/instant.ts';
import { asId } from '../../core/kernel/id.ts';
import { difference } from './difference.ts';
import type { SeriesEdit, SeriesEditsVector } from './forms.ts';
import { compiled, moment, wall, written, zone, zones } from './product.ts';

/** Makes the series, edits it as the commands do, and looks through the window. */
export function checkEdits(vector: SeriesEditsVector): string | null {
  if (vector.window.start >= vector.window.end) return 'has an empty window, so nothing was checked';
  let parts: readonly Series[] = [seriesOf(vector)];
  for (const edit of vector.ops) parts = edited(parts, edit);
  const window = range(moment(vector.window.start), moment(vector.window.end));
  const shown = parts
    .flatMap((part) => occurrencesWithin(compileSeries(part), zones, window))
    .filter((occurrence) => occurrence.range.from >= window.from)
    .toSorted((a, b) => a.range.from - b.range.from)
    .map((occurrence) => `${written(occurrence.range.from)} to ${written(occurrence.range.to)}`);
  return difference(
    'occurrence',
    shown,
    vector.expect.map(({ start, end }) => `${start} to ${end}`),
  );
}

function edited(parts: readonly Series[], edit: SeriesEdit): readonly Series[] {
  if (edit.op === 'move-all') {
    const [first] = parts;
    const by = wall(edit.newStart) - (first === undefined ? 0 : wall(first.start));
    return parts.map((part) => done(changeSeries(part, zones, { start: shifted(part.start, by) })));
  }
  const start = text(edit.occurrence);
  const index = parts.findLastIndex((part) => namesStart(compileSeries(part), zones, start));
  const part = parts[index];
  if (part === undefined) throw new Error(`edits ${edit.occurrence}, which is no occurrence`);
  return parts.toSpliced(index, 1, ...editedPart(part, start, edit));
}

function editedPart(part: Series, start: WallText, edit: Exclude<SeriesEdit, { op: 'move-all' }>): readonly Series[] {
  switch (edit.op) {
    case 'cancel-this':
      return [cancelOccurrence(part, start)];
    case 'move-this':
      return [changeOccurrence(part, start, { to: text(edit.newStart) })];
    case 'resize-this':
      return [changeOccurrence(part, start, { duration: minutes(edit.newMinutes) })];
    case 'end-before':
      return [endBefore(part, zones, start)];
    case 'move-this-and-following': {
      const split = done(splitSeries(part, zones, start, { id: asId('after'), start: text(edit.newStart) }));
      return [split.before, split.after];
    }
  }
}

function done<T>(value: T | null): T {
  if (value === null) throw new Error('moves to a start that the rule does not name');
  return value;
}

function text(value: string): WallText {
  return wallText(wall(value));
}

function seriesOf({ dtstart, minutes: length, rrule, tz }: SeriesEditsVector): Series {
  compiled(rrule, dtstart);
  return {
    id: asId('before'),
    organizationId: asId('organization'),
    locationId: asId('location'),
    name: 'Vector',
    description: '',
    zone: zone(tz),
    start: text(dtstart),
    duration: minutes(length),
    before: minutes(0),
    after: minutes(0),
    rule: rrule,
    extra: [],
    exceptions: [],
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
