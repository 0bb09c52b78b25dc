import { phrase } from '../../core/contract/phrases/phrase.ts';
import type { Words } from '../words/words.ts';

/** `Mon`, `Nov`: the short names that dates are made of. */
export function catalogueWord(words: Words, what: 'weekday' | 'month', number: number): string {
  return words.say(phrase(`time.${what}.${number}`));
}
