import type { OccurrenceException, Series, WallText } from './series.ts';

type Moved = Extract<OccurrenceException, { readonly change: 'moved' }>;

/** What is changed of one occurrence; what is left out stays as it is now. */
export type OccurrenceChange = Partial<Pick<Moved, 'to' | 'duration' | 'claims'>>;

/** The series with this exception in place of any earlier one for the same start; sorted by start. */
export function withException(series: Series, exception: OccurrenceException): Series {
  const others = series.exceptions.filter((one) => one.start !== exception.start);
  return { ...series, exceptions: sorted([...others, exception]) };
}

/** One occurrence skipped. */
export function cancelOccurrence(series: Series, start: WallText): Series {
  return withException(series, { start, change: 'cancelled' });
}

/** One occurrence moved, resized or given to others. Changes add up: a resize keeps an earlier move. */
export function changeOccurrence(series: Series, start: WallText, change: OccurrenceChange): Series {
  const known = series.exceptions.find((one) => one.start === start);
  const now =
    known?.change === 'moved'
      ? known
      : ({ start, change: 'moved', to: start, duration: series.duration, claims: null } as const);
  return withException(series, { ...now, ...change });
}

export function sorted(exceptions: readonly OccurrenceException[]): readonly OccurrenceException[] {
  return exceptions.toSorted((a, b) => (a.start < b.start ? -1 : 1));
}
