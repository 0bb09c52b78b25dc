import { describe, expect, it } from 'vitest';
import { errorSentence } from '../../core/contract/phrases/sentence.ts';
import { zonesFrom, type ZoneId } from '../../core/domain/time/zones.ts';
import en from '../../resources/messages/en.json' with { type: 'json' };
import table from '../../resources/zones/zones.json' with { type: 'json' };
import { FAULTS, REFUSALS } from './refusals.ts';

const zones = zonesFrom(table);
const oslo = 'Europe/Oslo' as ZoneId;
const chicago = 'America/Chicago' as ZoneId;
const booked = REFUSALS['already-booked'];

describe('the sentence of a refusal for hosts without a catalogue', () => {
  it('reads times in the zone that all locations share', () => {
    const sentence = errorSentence(en, booked, { zones, locations: [oslo, oslo] });
    expect(sentence).toContain('Mon 23 Nov, 10:00');
  });

  it('reads them in UTC and says so where locations differ', () => {
    const sentence = errorSentence(en, booked, { zones, locations: [oslo, chicago] });
    expect(sentence).toMatch(/Mon 23 Nov, 09:00.*\(Times in UTC\.\)$/);
  });

  it('mentions no zone where there is no time, or no location yet', () => {
    expect(errorSentence(en, FAULTS.busy, { zones, locations: [oslo, chicago] })).not.toContain('UTC');
    expect(errorSentence(en, booked, { zones, locations: [] })).toContain('09:00');
  });
});
