import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import { MINUTE, minutesBetween, type Instant, type Minutes } from '../../../core/domain/time/instant.ts';
import { daysBetween, type LocalDate } from '../../../core/domain/time/local-date.ts';
import type { Tone } from '../../design/chip.tsx';

/** How a promise is told on a card: nearer means more exact. */
export type DueMark =
  | { readonly kind: 'overdue'; readonly tone: Tone; readonly by: Minutes }
  | { readonly kind: 'today'; readonly tone: Tone; readonly at: Instant }
  | { readonly kind: 'soon'; readonly tone: Tone; readonly at: Instant; readonly date: LocalDate }
  | { readonly kind: 'week'; readonly tone: Tone; readonly date: LocalDate }
  | { readonly kind: 'later'; readonly tone: Tone; readonly date: LocalDate };

/** Where the promise stands: its local date and today's, from the location's clock. */
export interface DueSight {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly dateOf: (at: Instant) => LocalDate;
}

/** Red when it is broken or can no longer be kept, amber when it ends today or tomorrow. */
export function dueMark(item: Pick<TrayItem, 'due' | 'duration'>, { now, today, dateOf }: DueSight): DueMark | null {
  const { due } = item;
  if (due === null) return null;
  if (due <= now) return { kind: 'overdue', tone: 'bad', by: minutesBetween(due, now) };
  const date = dateOf(due);
  const days = daysBetween(today, date);
  const lost = now + item.duration * MINUTE > due;
  if (days === 0) return { kind: 'today', tone: lost ? 'bad' : 'warn', at: due };
  if (days === 1) return { kind: 'soon', tone: lost ? 'bad' : 'warn', at: due, date };
  if (days === 2) return { kind: 'soon', tone: 'plain', at: due, date };
  return days < 7 ? { kind: 'week', tone: 'plain', date } : { kind: 'later', tone: 'plain', date };
}
