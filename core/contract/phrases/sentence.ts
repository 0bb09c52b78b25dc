import type { ZoneId, Zones } from '../../domain/time/zones.ts';
import type { Fault, Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { phrase } from './phrase.ts';
import { errorPhrase } from './refusal-phrase.ts';
import type { Catalogue } from './time-words.ts';

const UTC = 'Etc/UTC' as ZoneId;

/**
 * The sentence of a refusal or fault for hosts without a catalogue of their own. Times are read in the one zone all
 * locations share; where they share none, in UTC, and the sentence says so.
 */
export function errorSentence(
  catalogue: Catalogue,
  error: Refusal | Fault,
  where: { readonly zones: Zones; readonly locations: readonly ZoneId[] },
): string {
  const { zones, locations } = where;
  const said = (zone: ZoneId): string => say(catalogue, errorPhrase(error), { zones, zone });
  const [first = UTC] = locations;
  const sentence = said(first);
  // Words without a time read the same everywhere.
  if (locations.every((zone) => said(zone) === sentence)) return sentence;
  return say(catalogue, phrase('time.in-utc', { sentence: said(UTC) }), { zones, zone: UTC });
}
