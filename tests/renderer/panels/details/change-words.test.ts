import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../../../core/contract/views/log-view.ts';
import { instant } from '../../../../core/domain/time/instant.ts';
import { changeLines } from '../../../../renderer/panels/details/change-words.ts';
import { wordsFor } from '../../../../renderer/words/words.ts';
import { OSLO, zones } from '../zones.ts';

const now = instant(Date.UTC(2026, 10, 23, 8));
const english = wordsFor('en', 'en', { zones, zone: OSLO, now });
const german = wordsFor('de', 'de', { zones, zone: OSLO, now });
const change = (field: string, before: unknown, after: unknown): FieldChange => ({
  entity: 'appointment',
  id: 'a',
  field,
  before,
  after,
});

describe('the changes of a history', () => {
  it('tell moments on the location’s clock and both sides of a change', () => {
    const lines = changeLines(english, [change('start', Date.UTC(2026, 10, 23, 7), Date.UTC(2026, 10, 24, 8, 45))]);
    expect(lines).toEqual([{ key: 'a start', name: 'Start', text: '08:00 → Tue 24 Nov, 09:45' }]);
  });

  it('say statuses, priorities and yes or no in the reader’s language', () => {
    const changes = [
      change('state.status', 'held', 'confirmed'),
      change('priority', 'low', 'urgent'),
      change('pinned', false, true),
    ];
    expect(changeLines(english, changes).map((line) => line.text)).toEqual([
      'held → confirmed',
      'Low → Urgent',
      'no → yes',
    ]);
    expect(changeLines(german, changes).map((line) => line.text)[0]).toBe('vorgemerkt → bestätigt');
  });

  it('leave out bookkeeping and rows of other things', () => {
    expect(changeLines(english, [change('rescheduleCount', 0, 1), change('created', null, 'x')])).toEqual([]);
    expect(changeLines(english, [{ ...change('start', 0, 1), entity: 'reservation' }])).toEqual([]);
  });

  it('tell only the new value where there was none', () => {
    expect(changeLines(english, [change('description', '', 'Ring first')])[0]?.text).toBe('Ring first');
    expect(changeLines(english, [change('description', 'Ring first', '')])[0]?.text).toBe('Ring first → nothing');
  });
});
