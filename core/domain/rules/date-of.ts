import type { BusyIndex } from '../board/busy-index.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';

/** The local date at an instant; before or after the days of the context the nearest of them. Dates compare as texts. */
export function dateOf(at: Instant, { context: { days } }: BusyIndex): LocalDate | '' {
  const day = days.find((one) => at < one.to);
  return (day ?? days.at(-1))?.date ?? '';
}
