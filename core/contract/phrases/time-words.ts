import type { Instant, InstantRange, Minutes } from '../../domain/time/instant.ts';
import { clockText } from '../../domain/time/clock-text.ts';
import { weekdayOf, type LocalDate } from '../../domain/time/local-date.ts';
import { localDateOf, toLocal } from '../../domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../domain/time/zones.ts';

/** Key to template; the same keys in every language. */
export type Catalogue = Readonly<Record<string, string>>;

/** Where and when the words are read. Without `now` a moment always names its day. */
export interface Setting {
  readonly zones: Zones;
  readonly zone: ZoneId;
  readonly now?: Instant;
}

/** A template with `{name}` replaced; names without a value stay as they are. */
export function fillNames(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole: string, name: string) => values[name] ?? whole);
}

export function template(catalogue: Catalogue, key: string): string {
  return (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined) ?? key;
}

export function timeWords({ zones, zone }: Setting, at: Instant): string {
  return clockText(toLocal(zones, zone, at).minute);
}

export function dateWords(catalogue: Catalogue, date: LocalDate): string {
  return fillNames(template(catalogue, 'time.date'), {
    weekday: template(catalogue, `time.weekday.${weekdayOf(date)}`),
    day: String(Number(date.slice(8))),
    month: template(catalogue, `time.month.${Number(date.slice(5, 7))}`),
  });
}

export function dayWords(catalogue: Catalogue, setting: Setting, at: Instant): string {
  return dateWords(catalogue, localDateOf(setting.zones, setting.zone, at));
}

export function momentWords(catalogue: Catalogue, setting: Setting, at: Instant): string {
  const time = timeWords(setting, at);
  if (isToday(setting, at)) return time;
  return fillNames(template(catalogue, 'time.moment'), { date: dayWords(catalogue, setting, at), time });
}

/** The end repeats its day only where it is another one; a day's own end reads 24:00. */
export function rangeWords(catalogue: Catalogue, setting: Setting, range: InstantRange): string {
  const dayOf = (at: Instant): LocalDate => localDateOf(setting.zones, setting.zone, at);
  const lastDay = dayOf(Math.max(range.from, range.to - 1) as Instant);
  const endsAtMidnight = timeWords(setting, range.to) === '00:00' && lastDay !== dayOf(range.to);
  const clock = endsAtMidnight ? '24:00' : timeWords(setting, range.to);
  const sameDay = lastDay === dayOf(range.from);
  const to = sameDay
    ? clock
    : fillNames(template(catalogue, 'time.moment'), { date: dateWords(catalogue, lastDay), time: clock });
  return fillNames(template(catalogue, 'time.range'), { from: momentWords(catalogue, setting, range.from), to });
}

/** `45 min`, `2 h`, `1 h 05`; below zero there is none. */
export function durationWords(catalogue: Catalogue, length: Minutes): string {
  const whole = Math.max(0, Math.round(length));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const values = { hours: String(hours), minutes: hours > 0 ? String(rest).padStart(2, '0') : String(rest) };
  const form = hours === 0 ? 'minutes' : rest === 0 ? 'hours' : 'both';
  return fillNames(template(catalogue, `time.duration.${form}`), values);
}

function isToday(setting: Setting, at: Instant): boolean {
  if (setting.now === undefined) return false;
  return localDateOf(setting.zones, setting.zone, at) === localDateOf(setting.zones, setting.zone, setting.now);
}
