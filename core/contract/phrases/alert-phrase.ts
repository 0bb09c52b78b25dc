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

/** A place in a bay is told with the bay; a choice of which nothing can be done, or one thing alone, as that. */
function variant(why: AlertReason['why'], facts: AlertReason['facts']): string {
  if (why === 'booked') return facts['bay'] === '' ? '.outside' : '';
  // Messages from before tell no count.
  if (why === 'service-by-words') return facts['count'] === undefined ? '' : '.of';
  if (why !== 'service-chosen') return '';
  return facts['possible'] === 0 ? '.nowhere' : facts['possible'] === 1 ? '.only' : '';
}
