import { describe, expect, it } from 'vitest';
import type { AbsenceImpact, AffectedAppointment } from '../../../../core/contract/views/absence-view.ts';
import type { SuggestionView } from '../../../../core/contract/views/suggestion-view.ts';
import { instant } from '../../../../core/domain/time/instant.ts';
import { asId } from '../../../../core/kernel/id.ts';
import { clashes, plannedMoves, rangeOf, type AbsenceDraft } from '../../../../renderer/panels/absence/absence-plan.ts';
import { place } from '../zones.ts';

const slot = (who: string, from: number, to: number): SuggestionView => ({
  start: instant(from),
  end: instant(to),
  technician: { id: asId<'resource'>(who), name: who },
  bay: null,
  score: 0,
  confidence: 1,
  facts: [],
  parts: 'none-needed',
  cautions: [],
});
const affected = (id: string, suggestions: readonly SuggestionView[]): AffectedAppointment => ({
  appointmentId: asId<'appointment'>(id),
  occurrence: null,
  title: id,
  customer: '',
  start: instant(0),
  end: instant(1),
  alternatives: { suggestions, excluded: [], examined: 0 },
});
const impact: AbsenceImpact = {
  affected: [
    affected('one', [slot('anna', 0, 10), slot('bert', 0, 10)]),
    affected('two', [slot('anna', 10, 20), slot('anna', 5, 15)]),
    affected('three', []),
  ],
};
const draft: AbsenceDraft = {
  resourceId: 'mike',
  reason: 'Sick',
  fromDate: '2026-11-23',
  fromTime: '09:24',
  toDate: '2026-11-23',
  toTime: '24:00',
};

describe('the stretch of an absence', () => {
  it('ends with the local day when it says 24:00', () => {
    expect(rangeOf(draft, place)).toEqual({
      from: Date.UTC(2026, 10, 23, 8, 24),
      to: Date.UTC(2026, 10, 23, 23),
    });
  });

  it('is as long as a day whose clocks change', () => {
    const day = { ...draft, fromDate: '2026-10-25', fromTime: '00:00', toDate: '2026-10-25' };
    const range = rangeOf(day, place);
    expect(range === null ? 0 : (range.to - range.from) / 3_600_000).toBe(25);
  });

  it('is none when it ends before it starts or a field says no time', () => {
    expect(rangeOf({ ...draft, toTime: '09:00' }, place)).toBeNull();
    expect(rangeOf({ ...draft, fromTime: 'noon' }, place)).toBeNull();
  });
});

describe('the moves of an absence', () => {
  const ids = (choices: ReadonlyMap<string, number | null>) =>
    plannedMoves(impact, choices).map((move) => [move.appointment.title, move.slot.technician?.name]);

  it('take the best alternative unless something else was chosen, and leave what has none', () => {
    expect(ids(new Map())).toEqual([
      ['one', 'anna'],
      ['two', 'anna'],
    ]);
    expect(ids(new Map([['one', 1]]))[0]).toEqual(['one', 'bert']);
    expect(ids(new Map([['one', null]]))).toEqual([['two', 'anna']]);
  });

  it('warn where two chosen places stand in each other’s way, and only there', () => {
    expect(clashes(plannedMoves(impact, new Map())).size).toBe(0);
    expect([...clashes(plannedMoves(impact, new Map([['two', 1]])))]).toEqual(['one', 'two']);
    const apart = new Map([
      ['one', 1],
      ['two', 1],
    ]);
    expect(clashes(plannedMoves(impact, apart)).size).toBe(0);
  });
});
