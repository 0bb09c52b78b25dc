import { phrase, type Param, type Phrase } from '../../core/contract/phrases/phrase.ts';
import {
  dateWords,
  durationWords,
  momentWords,
  rangeWords,
  timeWords,
  type Setting,
} from '../../core/contract/phrases/time-words.ts';
import { say } from '../../core/contract/say.ts';
import type { Instant, InstantRange, Minutes } from '../../core/domain/time/instant.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';
import type { Language } from '../state/session.ts';
import { CATALOGUES, type UiKey } from './catalogues.ts';

/** Everything the screen says, in one language, with times as the location reads them. */
export interface Words {
  /** Changes whenever any sentence may read differently. */
  readonly key: string;
  readonly language: Language;
  /** The same words for who looks at another day: times on that day are said without its date. */
  on(at: Instant): Words;
  /** A word of the screen itself. */
  ui(key: UiKey, params?: Readonly<Record<string, Param>>): string;
  /** A phrase of the product: a reason, a fact, a refusal, a status. */
  say(phrase: Phrase): string;
  /** `14:00` */
  time(at: Instant): string;
  /** `09:45–12:45` */
  times(range: InstantRange): string;
  /** `14:00` today, else `Mon 23 Nov, 14:00` */
  moment(at: Instant): string;
  /** `10:00 to 12:00`, with days where they are needed */
  range(range: InstantRange): string;
  /** `Mon 23 Nov` */
  date(date: LocalDate): string;
  /** `Mon 23 Nov 2026` */
  longDate(date: LocalDate): string;
  /** `66 %`, of 0..1 */
  share(part: number): string;
  /** `1 h 30` */
  duration(length: Minutes): string;
}

export function wordsFor(key: string, language: Language, setting: Setting): Words {
  const catalogue = CATALOGUES[language];
  return {
    key,
    language,
    on: (at) => wordsFor(`${key} ${at}`, language, { ...setting, now: at }),
    ui: (name, params = {}) => say(catalogue, phrase(name, params), setting),
    say: (one) => say(catalogue, one, setting),
    time: (at) => timeWords(setting, at),
    times: ({ from, to }) => `${timeWords(setting, from)}–${timeWords(setting, to)}`,
    moment: (at) => momentWords(catalogue, setting, at),
    range: (range) => rangeWords(catalogue, setting, range),
    date: (date) => dateWords(catalogue, date),
    longDate: (date) => `${dateWords(catalogue, date)} ${date.slice(0, 4)}`,
    share: (part) => say(catalogue, phrase('ui.share', { part: { share: part } }), setting),
    duration: (length) => durationWords(catalogue, length),
  };
}
