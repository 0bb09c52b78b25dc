import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../core/domain/work/appointment.ts';
import { asId } from '../../../../core/kernel/id.ts';
import { claimsOfDraft, placementOf, type MoveDraft } from '../../../../renderer/panels/details/move-draft.ts';
import { place } from '../zones.ts';

const mike = asId<'resource'>('mike');
const anna = asId<'resource'>('anna');
const bay = asId<'resource'>('bay');
const claims: readonly Claim[] = [
  { resourceId: mike, role: 'lead', units: 1 },
  { resourceId: anna, role: 'assistant', units: 1 },
  { resourceId: bay, role: 'bay', units: 1 },
];
const draft: MoveDraft = { date: '2026-11-23', time: '09:45', minutes: '90', technicianId: mike, bayId: bay };

describe('the move form', () => {
  it('reads date and time on the location’s clock and keeps the length', () => {
    expect(placementOf(draft, claims, place)).toMatchObject({
      start: Date.UTC(2026, 10, 23, 8, 45),
      end: Date.UTC(2026, 10, 23, 10, 15),
    });
  });

  it('keeps the length in minutes over a change of the clocks', () => {
    const night = placementOf({ ...draft, date: '2026-10-25', time: '01:30', minutes: '120' }, claims, place);
    expect(night).toMatchObject({ start: Date.UTC(2026, 9, 24, 23, 30), end: Date.UTC(2026, 9, 25, 1, 30) });
  });

  it('says which field is at fault', () => {
    expect(placementOf({ ...draft, date: '' }, claims, place)).toBe('date');
    expect(placementOf({ ...draft, time: '25' }, claims, place)).toBe('time');
    expect(placementOf({ ...draft, minutes: '4' }, claims, place)).toBe('minutes');
    expect(placementOf({ ...draft, minutes: 'long' }, claims, place)).toBe('minutes');
    expect(placementOf({ ...draft, technicianId: null, bayId: null }, [], place)).toBe('claims');
  });

  it('changes lead and bay, keeps helpers, and never claims one person twice', () => {
    expect(claimsOfDraft({ technicianId: mike, bayId: null }, claims).map((one) => one.role)).toEqual([
      'lead',
      'assistant',
    ]);
    expect(claimsOfDraft({ technicianId: anna, bayId: bay }, claims)).toEqual([
      { resourceId: anna, role: 'lead', units: 1 },
      { resourceId: bay, role: 'bay', units: 1 },
    ]);
  });
});
