import { describe, expect, it } from 'vitest';
import { instant, MINUTE } from '../../../../core/domain/time/instant.ts';
import { eyeGroups } from '../../../../renderer/panels/eye/eye-groups.ts';
import { item } from '../tray/items.ts';

const NOW = instant(Date.UTC(2026, 10, 23, 8, 24));
const after = (minutes: number) => instant(NOW + minutes * MINUTE);
const NOTHING = { risk: [], held: [], unassigned: [] };

describe('what needs an eye now', () => {
  it('is nothing on a calm day', () => {
    const calm = {
      risk: [],
      held: [item({ heldUntil: after(61) })],
      unassigned: [item({ due: after(1) }), item({ due: null })],
    };
    expect(eyeGroups(calm, NOW)).toEqual([]);
  });

  it('holds that end within the hour and work whose promise has passed count', () => {
    const groups = eyeGroups(
      {
        risk: [],
        held: [item({ title: 'late', heldUntil: after(60) }), item({ title: 'soon', heldUntil: after(5) })],
        unassigned: [item({ title: 'now', due: NOW }), item({ title: 'older', due: after(-90) })],
      },
      NOW,
    );
    expect(groups.map((one) => [one.kind, one.tab, one.items.map((each) => each.title)])).toEqual([
      ['held', 'held', ['soon', 'late']],
      ['overdue', 'unassigned', ['older', 'now']],
    ]);
  });

  it('shows the three nearest promises at risk and counts the others', () => {
    const risk = [5, 1, 4, 2, 3].map((hour) => item({ title: String(hour), start: after(hour * 60) }));
    const [group] = eyeGroups({ ...NOTHING, risk }, NOW);
    expect(group?.items.map((one) => one.title)).toEqual(['1', '2', '3']);
    expect(group?.more).toBe(2);
  });
});
