import type { JobSheet, SheetJob } from '../../core/contract/views/sheet-view.ts';
import { addMinutes, instant, MINUTE, type Instant, type InstantRange } from '../../core/domain/time/instant.ts';
import { toLocal } from '../../core/domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../core/domain/time/zones.ts';

/** A stretch of the strip, as shares of its width. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/** A job on the strip. Jobs at the same time share the height: `row` of `rows`. */
export interface StripBlock extends Share {
  readonly id: string;
  readonly title: string;
  readonly row: number;
  readonly rows: number;
}

/** The day from left to right. */
export interface Strip {
  readonly hours: readonly { readonly at: number; readonly hour: number }[];
  readonly shifts: readonly Share[];
  readonly breaks: readonly Share[];
  readonly drives: readonly Share[];
  readonly blocks: readonly StripBlock[];
}

export interface StripClock {
  readonly zones: Zones;
  readonly zone: ZoneId;
  readonly day: InstantRange;
}

const HOUR = 60 * MINUTE;
/** A night shift and the longest local day fit; what lies beyond is on the next day's sheet. */
const LONGEST = 26 * HOUR;
/** Shown of a day on which nobody works. */
const IDLE = { from: 7, to: 17 } as const;

/** The strip over a sheet: the shift widened to what is planned, cut at full hours of the wall clock. */
export function stripOf(sheet: JobSheet, clock: StripClock): Strip {
  const jobs = sheet.lines.flatMap((line) => (line.kind === 'job' ? [line.job] : []));
  const drives = drivesOf(sheet);
  const span = spanOf([...sheet.shifts, ...drives, ...jobs.map(rangeOf)], clock);
  const share = ({ from, to }: InstantRange): Share => ({ from: placeOf(span, from), to: placeOf(span, to) });
  const visible = (range: InstantRange): boolean => range.from < span.to && range.to > span.from;
  return {
    hours: hoursOf(span, clock),
    shifts: sheet.shifts.filter(visible).map(share),
    breaks: sheet.breaks.filter(visible).map(share),
    drives: drives.filter(visible).map(share),
    blocks: blocksOf(jobs.filter((job) => visible(rangeOf(job)))).map(({ job, row, rows }) => ({
      id: job.appointmentId,
      title: job.title,
      row,
      rows,
      ...share(rangeOf(job)),
    })),
  };
}

function rangeOf(job: SheetJob): InstantRange {
  return { from: job.start, to: job.end };
}

function placeOf(span: InstantRange, at: Instant): number {
  return Math.min(1, Math.max(0, (at - span.from) / (span.to - span.from)));
}

/** A drive ends when one has to be there; the drive home begins with the end of the last job. */
function drivesOf(sheet: JobSheet): readonly InstantRange[] {
  return sheet.lines.flatMap((line, index) => {
    if (line.kind !== 'travel') return [];
    const next = sheet.lines[index + 1];
    if (line.to !== '' && next?.kind === 'job') {
      const to = next.job.beThere ?? next.job.start;
      return [{ from: addMinutes(to, -line.travel), to }];
    }
    const last = sheet.lines.slice(0, index).findLast((one) => one.kind === 'job');
    return last === undefined ? [] : [{ from: last.job.end, to: addMinutes(last.job.end, line.travel) }];
  });
}

function spanOf(ranges: readonly InstantRange[], clock: StripClock): InstantRange {
  const { day } = clock;
  if (ranges.length === 0)
    return { from: instant(day.from + IDLE.from * HOUR), to: instant(day.from + IDLE.to * HOUR) };
  const first = Math.max(day.from, Math.min(...ranges.map((one) => one.from)));
  const last = Math.max(first, ...ranges.map((one) => one.to));
  const from = first - minutePast(clock, first) * MINUTE;
  const past = minutePast(clock, last);
  const to = past === 0 ? last : last + (60 - past) * MINUTE;
  return { from: instant(from), to: instant(Math.min(from + LONGEST, Math.max(to, from + HOUR))) };
}

function minutePast({ zones, zone }: StripClock, at: number): number {
  return toLocal(zones, zone, instant(at)).minute % 60;
}

/** Every full hour the wall clock shows: on the day the clocks change one is missing, or one comes twice. */
function hoursOf(span: InstantRange, { zones, zone }: StripClock): Strip['hours'] {
  const hours: { at: number; hour: number }[] = [];
  for (let at: number = span.from; at <= span.to; at += 5 * MINUTE) {
    const { minute } = toLocal(zones, zone, instant(at));
    if (minute % 60 === 0) hours.push({ at: placeOf(span, instant(at)), hour: minute / 60 });
  }
  return hours;
}

/** Jobs in the order of their starts, each in the first row that is free; groups that overlap share their rows. */
function blocksOf(
  jobs: readonly SheetJob[],
): readonly { readonly job: SheetJob; readonly row: number; readonly rows: number }[] {
  const placed: { job: SheetJob; row: number; group: number }[] = [];
  const rows: number[] = [];
  let ends: number[] = [];
  let group = -1;
  for (const job of jobs.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (ends.every((end) => end <= job.start)) {
      group += 1;
      ends = [];
    }
    const free = ends.findIndex((end) => end <= job.start);
    const row = free < 0 ? ends.length : free;
    ends[row] = job.end;
    rows[group] = Math.max(rows[group] ?? 0, row + 1);
    placed.push({ job, row, group });
  }
  return placed.map((one) => ({ job: one.job, row: one.row, rows: rows[one.group] ?? 1 }));
}
