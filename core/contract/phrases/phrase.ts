import type { Instant, InstantRange, Minutes } from '../../domain/time/instant.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';

/** Words not chosen yet: a key of the message catalogues and what its template is filled with. Plain data. */
export interface Phrase {
  readonly key: string;
  readonly params: Readonly<Record<string, Param>>;
}

/** Text and numbers stand for themselves; the rest is written as the reader's language and zone want it. */
export type Param =
  | string
  | number
  /** `14:00` */
  | { readonly time: Instant }
  /** `14:00` on the day `now` lies in, else `Mon 23 Nov, 14:00` */
  | { readonly moment: Instant }
  /** `Mon 23 Nov` */
  | { readonly day: Instant }
  | { readonly date: LocalDate }
  /** `10:00 to 12:00`, with the days where they are needed */
  | { readonly range: InstantRange }
  /** `1 h 30` */
  | { readonly duration: Minutes }
  /** 0..1 as `85 %` */
  | { readonly share: number }
  | { readonly phrase: Phrase }
  /** `a, b and c` */
  | { readonly list: readonly Phrase[] }
  /** Whole sentences, one after the other. */
  | { readonly sentences: readonly Phrase[] };

export function phrase(key: string, params: Readonly<Record<string, Param>> = {}): Phrase {
  return { key, params };
}

/** The short form of a phrase, for chips and lists: same params, own template. */
export function short(long: Phrase): Phrase {
  return { key: `${long.key}.short`, params: long.params };
}
