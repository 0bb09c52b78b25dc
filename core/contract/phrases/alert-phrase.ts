import type { Instant } from '../../domain/time/instant.ts';
import type { AlertReason } from '../../domain/work/alert.ts';
import { phrase, type Param, type Phrase } from './phrase.ts';

/** Facts that are moments; the others stand for themselves. */
const MOMENTS: ReadonlySet<string> = new Set(['start', 'until', 'at']);

/** One step of the decision about a message, as a sentence. */
export function alertPhrase({ why, facts }: AlertReason): Phrase {
  const params = Object.entries(facts).map(([name, fact]): [string, Param] => [name, paramOf(name, fact)]);
  return phrase(`alert.${why}${variant(why, facts)}`, Object.fromEntries(params));
}

function paramOf(name: string, fact: string | number): Param {
  if (typeof fact === 'number' && MOMENTS.has(name)) return { moment: fact as Instant };
  return name === 'priority' ? { phrase: phrase(`priority.${fact}`) } : fact;
}

/** A place in a bay is told with the bay. */
function variant(why: AlertReason['why'], facts: AlertReason['facts']): string {
  return why === 'booked' && facts['bay'] === '' ? '.outside' : '';
}
