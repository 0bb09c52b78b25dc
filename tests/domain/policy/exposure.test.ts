import { assert, integer, property, string, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseExposed,
  giniOf,
  SHOWN,
  type ExposureCounts,
  type ExposureWish,
  type OpenSlots,
} from '../../../core/domain/policy/exposure.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { addMinutes, instant, MINUTE } from '../../../core/domain/time/instant.ts';
import type { ExposedSlot } from '../../../core/domain/work/exposure.ts';
import { asId } from '../../../core/kernel/id.ts';

const MIDNIGHT = instant(Date.UTC(2026, 10, 23));
const NOBODY: ExposureCounts = { technicians: new Map(), hours: new Map() };

/** A person at work from one hour to another on so many days: an hour's slot every quarter of an hour. */
function person(name: string, from: number, to: number, days = 5): OpenSlots {
  const slots = Array.from({ length: days }, (_, day) =>
    Array.from({ length: (to - from - 1) * 4 + 1 }, (_unused, quarter) => {
      const start = addMinutes(MIDNIGHT, day * 24 * 60 + from * 60 + quarter * 15);
      return { start, end: addMinutes(start, 60), bayId: null, hour: from + Math.floor(quarter / 4) };
    }),
  ).flat();
  return { technicianId: asId<'resource'>(name), slots };
}

/** Twelve people with whole days, mornings, afternoons and single days. */
const TEAM: readonly OpenSlots[] = [
  ...Array.from({ length: 6 }, (_, index) => person(`whole ${index}`, 8, 16)),
  person('early', 6, 11),
  person('late', 12, 18),
  person('noon', 11, 14),
  person('one day', 8, 16, 1),
  person('two days', 8, 16, 2),
  person('morning of one day', 8, 11, 1),
];

const wish = (requester: string, more: Partial<ExposureWish> = {}): ExposureWish => ({
  requester,
  kept: [],
  count: SHOWN.location,
  isFree: () => true,
  ...more,
});

const key = (slot: ExposedSlot): string => `${slot.technicianId} ${slot.start}`;

interface Tally {
  readonly technicians: Map<ResourceId, number>;
  readonly hours: Map<number, number>;
}

function countInto(tally: Tally, shown: readonly ExposedSlot[]): void {
  for (const { technicianId, start } of shown) {
    const hour = Math.floor((start - MIDNIGHT) / (60 * MINUTE)) % 24;
    tally.technicians.set(technicianId, (tally.technicians.get(technicianId) ?? 0) + 1);
    tally.hours.set(hour, (tally.hours.get(hour) ?? 0) + 1);
  }
}

describe('what a requester is shown', () => {
  it('is the same for the same requester and state', () => {
    assert(
      property(string(), integer({ min: 1, max: 5 }), (requester, count) => {
        const once = chooseExposed(TEAM, NOBODY, wish(requester, { count }));
        expect(chooseExposed(TEAM, NOBODY, wish(requester, { count }))).toEqual(once);
      }),
    );
  });

  it('is never more than asked for, never less where there is enough, and never the same slot twice', () => {
    assert(
      property(string(), integer({ min: 1, max: 5 }), subarray([...TEAM]), (requester, count, team) => {
        const shown = chooseExposed(team, NOBODY, wish(requester, { count }));
        expect(new Set(shown.map(key)).size).toBe(shown.length);
        expect(shown.length).toBeLessThanOrEqual(count);
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(count, team.length));
      }),
    );
  });

  it('is never a slot that somebody has taken', () => {
    assert(
      property(string(), integer({ min: 2, max: 9 }), (requester, every) => {
        const isFree = (slot: ExposedSlot): boolean => (slot.start / (15 * MINUTE)) % every !== 0;
        const shown = chooseExposed(TEAM, NOBODY, wish(requester, { isFree }));
        expect(shown.every(isFree)).toBe(true);
        expect(shown).toHaveLength(SHOWN.location);
      }),
    );
  });

  it('is nothing where nothing is free', () => {
    expect(chooseExposed(TEAM, NOBODY, wish('a', { isFree: () => false }))).toEqual([]);
    expect(chooseExposed([], NOBODY, wish('a'))).toEqual([]);
  });

  it('keeps what it was and is filled up', () => {
    const first = chooseExposed(TEAM, NOBODY, wish('a'));
    const kept = first.slice(0, 2);
    const again = chooseExposed(TEAM, NOBODY, wish('a', { kept }));
    expect(again).toHaveLength(SHOWN.location);
    expect(again.map(key)).toEqual(expect.arrayContaining(kept.map(key)));
  });

  it('of one person lies at least an hour apart', () => {
    for (const requester of ['a', 'b', 'c', 'd']) {
      const shown = chooseExposed([person('anna', 8, 16)], NOBODY, wish(requester, { count: SHOWN.person }));
      expect(shown).toHaveLength(SHOWN.person);
      const gaps = shown.slice(1).map((slot, index) => slot.start - (shown[index]?.start ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60 * MINUTE);
    }
  });

  it('differs from requester to requester', () => {
    const seen = new Set(
      Array.from({ length: 50 }, (_, index) =>
        chooseExposed(TEAM, NOBODY, wish(`r${index}`))
          .map(key)
          .join(),
      ),
    );
    expect(seen.size).toBeGreaterThan(40);
  });

  it('comes from other people and other hours first', () => {
    const shown = chooseExposed(TEAM, NOBODY, wish('a'));
    expect(new Set(shown.map((slot) => slot.technicianId)).size).toBe(SHOWN.location);
  });
});

describe('over ten thousand requests', () => {
  it('people are shown alike (Gini at most 0.15), and hours of the day, too', () => {
    const tally: Tally = { technicians: new Map(), hours: new Map() };
    for (let index = 0; index < 10_000; index += 1)
      countInto(tally, chooseExposed(TEAM, tally, wish(`requester ${index}`)));
    const technicians = TEAM.map((one) => tally.technicians.get(one.technicianId) ?? 0);
    expect(technicians.reduce((sum, one) => sum + one, 0)).toBe(10_000 * SHOWN.location);
    expect(giniOf(technicians)).toBeLessThanOrEqual(0.15);
    // From 6 to 17 o'clock: few work at the edges, so that no choice can make the hours quite equal.
    const hours = Array.from({ length: 11 }, (_, index) => tally.hours.get(6 + index) ?? 0);
    expect(giniOf(hours)).toBeLessThanOrEqual(0.15);
  });

  it('also when every sixth asks for the same person, who is then shown less to the others', () => {
    const tally: Tally = { technicians: new Map(), hours: new Map() };
    const [favourite] = TEAM;
    if (favourite === undefined) throw new Error('The team is empty');
    for (let index = 0; index < 10_000; index += 1) {
      const named = index % 6 === 0;
      const open = named ? [favourite] : TEAM;
      const count = named ? SHOWN.person : SHOWN.location;
      countInto(tally, chooseExposed(open, tally, wish(`requester ${index}`, { count })));
    }
    const technicians = TEAM.map((one) => tally.technicians.get(one.technicianId) ?? 0);
    expect(giniOf(technicians)).toBeLessThanOrEqual(0.15);
  });

  it('when some are taken as they are shown, too', () => {
    const tally: Tally = { technicians: new Map(), hours: new Map() };
    const taken = new Set<string>();
    const isFree = (slot: ExposedSlot): boolean => !taken.has(key(slot));
    for (let index = 0; index < 10_000; index += 1) {
      const shown = chooseExposed(TEAM, tally, wish(`requester ${index}`, { isFree }));
      countInto(tally, shown);
      const [first] = shown;
      if (index % 20 === 0 && first !== undefined) taken.add(key(first));
      if (taken.size > 60) taken.clear();
    }
    expect(giniOf(TEAM.map((one) => tally.technicians.get(one.technicianId) ?? 0))).toBeLessThanOrEqual(0.15);
  });
});

describe('the Gini coefficient', () => {
  it('is 0 where all have the same, and near 1 where one has everything', () => {
    expect(giniOf([3, 3, 3])).toBe(0);
    expect(giniOf([])).toBe(0);
    expect(giniOf([0, 0])).toBe(0);
    expect(giniOf([0, 0, 0, 8])).toBe(0.75);
    expect(giniOf([1, 2, 3, 4])).toBeCloseTo(0.25);
  });
});
