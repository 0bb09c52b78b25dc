import { describe, expect, it } from 'vitest';
import { runs } from '../../../../core/contract/runs.ts';
import type { PlacedLine } from '../../../../core/contract/views/plan-view.ts';
import {
  inputOf,
  keyOf,
  PLANNED_DAYS,
  SEARCH_SECONDS,
  takenLines,
  type PlanDraft,
} from '../../../../renderer/panels/plan/plan-draft.ts';
import { STEPS } from '../../../../renderer/state/session.ts';

const LOCATION = '01998f00-0000-7000-8000-000000000001';
const draft: PlanDraft = {
  date: '2026-11-23',
  days: 1,
  seconds: 5,
  mayMove: false,
  overtime: false,
  prove: false,
};

describe('what is asked for', () => {
  it('is understood by the contract, whatever is chosen', () => {
    for (const days of PLANNED_DAYS)
      for (const seconds of SEARCH_SECONDS)
        for (const step of STEPS)
          for (const prove of [true, false]) {
            const input = inputOf({ ...draft, days, seconds, prove }, LOCATION, step);
            const parsed = runs.planRange.input.safeParse(input);
            expect(parsed.error).toBeUndefined();
            expect(parsed.data).toMatchObject({ days, seconds, prove: prove ? 20 : null });
          }
  });

  it('is nothing while the date is none', () => {
    expect(inputOf({ ...draft, date: '' }, LOCATION, 15)).toBeUndefined();
    expect(inputOf({ ...draft, date: '2026-02-30' }, LOCATION, 15)).toBeUndefined();
  });
});

describe('the lines that are taken', () => {
  const line = (does: 'book' | 'move', id: string): PlacedLine =>
    ({ line: does === 'book' ? { does, workOrderId: id } : { does, appointmentId: id } }) as PlacedLine;
  const view = { placements: [line('book', 'a'), line('move', 'b'), line('book', 'c')] };

  it('are those that were not unticked, in the order of the plan', () => {
    expect(takenLines(view, new Set(['b'])).map(keyOf)).toEqual(['a', 'c']);
    expect(takenLines(view, new Set())).toEqual(view.placements);
  });
});
