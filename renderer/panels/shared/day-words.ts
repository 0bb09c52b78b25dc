import { phrase } from '../../../core/contract/phrases/phrase.ts';
import { durationOf, type InstantRange } from '../../../core/domain/time/instant.ts';
import { weekdayOf, type LocalDate } from '../../../core/domain/time/local-date.ts';
import { localDateOf } from '../../../core/domain/time/local-time.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import type { Console } from '../../state/console.ts';
import type { Words } from '../../words/words.ts';

/** `Mon` */
export function weekdayWord(words: Words, date: LocalDate): string {
  return words.say(phrase(`time.weekday.${weekdayOf(date)}`));
}

export function dateOf(console: Console, at: Instant): LocalDate {
  return localDateOf(console.zones, console.zone(), at);
}

/** `Mon 23 Nov, 09:45–12:45`; both days where it ends on another one. */
export function slotWords(console: Console, words: Words, range: InstantRange): string {
  const from = dateOf(console, range.from);
  const to = dateOf(console, range.to);
  if (from === to) return `${words.date(from)}, ${words.times(range)}`;
  return `${words.date(from)}, ${words.time(range.from)}–${words.date(to)}, ${words.time(range.to)}`;
}

/** `Mon 09:45 – 12:45` within a week from today, else with the date. */
export function shortSlotWords(console: Console, words: Words, range: InstantRange, near: boolean): string {
  const from = dateOf(console, range.from);
  const to = dateOf(console, range.to);
  const name = (date: LocalDate): string => (near ? weekdayWord(words, date) : words.date(date));
  const end = from === to ? words.time(range.to) : `${name(to)} ${words.time(range.to)}`;
  return `${name(from)} ${words.time(range.from)} – ${end}`;
}

export function lengthWords(words: Words, range: InstantRange): string {
  return words.duration(durationOf(range));
}

/** A word within a line: English writes it small, German keeps its nouns as they are. */
export function within(words: Words, word: string): string {
  return words.language === 'en' ? word.toLowerCase() : word;
}
