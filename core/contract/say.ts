import type { Param, Phrase } from './phrases/phrase.ts';
import {
  dateWords,
  dayWords,
  durationWords,
  fillNames,
  momentWords,
  rangeWords,
  template,
  timeWords,
  type Catalogue,
  type Setting,
} from './phrases/time-words.ts';

export type { Catalogue, Setting } from './phrases/time-words.ts';

/** `{name}` is filled with the param; `{count:job|jobs}` chooses one of two forms by the number and writes only the form. */
const HOLE = /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g;

/** Fills a phrase's template from one language's catalogue; a key without words is shown as itself. */
export function say(catalogue: Catalogue, phrase: Phrase, setting: Setting): string {
  const { params } = phrase;
  const text = template(catalogue, phrase.key).replace(
    HOLE,
    (whole: string, name: string, one?: string, many?: string) => {
      const param = Object.hasOwn(params, name) ? params[name] : undefined;
      if (param === undefined) return whole;
      if (one === undefined || many === undefined) return words(catalogue, param, setting);
      return param === 1 ? one : many;
    },
  );
  return text;
}

function words(catalogue: Catalogue, param: Param, setting: Setting): string {
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return String(param);
  if ('time' in param) return timeWords(setting, param.time);
  if ('moment' in param) return momentWords(catalogue, setting, param.moment);
  if ('day' in param) return dayWords(catalogue, setting, param.day);
  if ('date' in param) return dateWords(catalogue, param.date);
  if ('range' in param) return rangeWords(catalogue, setting, param.range);
  if ('duration' in param) return durationWords(catalogue, param.duration);
  if ('share' in param)
    return fillNames(template(catalogue, 'number.share'), { percent: String(Math.round(param.share * 100)) });
  if ('phrase' in param) return say(catalogue, param.phrase, setting);
  if ('list' in param) return listWords(catalogue, param.list, setting);
  return param.sentences.map((sentence) => say(catalogue, sentence, setting)).join(' ');
}

function listWords(catalogue: Catalogue, list: readonly Phrase[], setting: Setting): string {
  const said = list.map((one) => say(catalogue, one, setting));
  const last = said.at(-1) ?? '';
  if (said.length < 2) return last;
  return fillNames(template(catalogue, 'list.and'), { first: said.slice(0, -1).join(', '), last });
}
