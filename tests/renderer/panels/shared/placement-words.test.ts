import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../core/domain/board/fact.ts';
import { instant, minutes } from '../../../../core/domain/time/instant.ts';
import { asId } from '../../../../core/kernel/id.ts';
import { chipFacts, factWords, movedClaims, partTone } from '../../../../renderer/panels/shared/placement-words.ts';
import { wordsFor } from '../../../../renderer/words/words.ts';
import { OSLO, zones } from '../zones.ts';

const words = wordsFor('en', 'en', { zones, zone: OSLO, now: instant(0) });
const waits = (length: number): Fact => ({ fact: 'waits', minutes: minutes(length), cost: 0 });
const late: Fact = { fact: 'late', minutes: minutes(30), cost: 0 };
const named = (facts: readonly Fact[], moving = false) => chipFacts(facts, moving).map((fact) => fact.fact);

describe('the chips of a slot', () => {
  it('leave out short waits, waits beside a broken promise, and waits of who has a date', () => {
    expect(named([waits(59)])).toEqual([]);
    expect(named([waits(60)])).toEqual(['waits']);
    expect(named([waits(600), late])).toEqual(['late']);
    expect(named([waits(600)], true)).toEqual([]);
  });

  it('are four at most, the broken promise first', () => {
    const many: readonly Fact[] = [
      { fact: 'no-travel', cost: 0 },
      { fact: 'under-target', share: 0.5, cost: 0 },
      { fact: 'parts-here', parts: 1, cost: 0 },
      { fact: 'skill', skill: 'Engine', level: 3, cost: 0 },
      late,
    ];
    expect(named(many)).toEqual(['late', 'skill', 'no-travel', 'under-target']);
  });

  it('tell long waits in days and hours, short ones in minutes', () => {
    expect(factWords(words, waits(75))).toBe('waits 1 h 15');
    expect(factWords(words, waits(21 * 60 + 6))).toBe('waits 21 h');
    expect(factWords(words, waits(24 * 60))).toBe('waits 1 day');
    expect(factWords(words, { ...late, minutes: minutes(3 * 24 * 60) })).toBe('3 days late');
  });
});

describe('the claims of a suggestion', () => {
  const id = (name: string) => asId<'resource'>(name);

  it('replace lead and bay and keep everybody else', () => {
    const before = [
      { resourceId: id('mike'), role: 'lead', units: 1 },
      { resourceId: id('anna'), role: 'assistant', units: 1 },
      { resourceId: id('bay-1'), role: 'bay', units: 1 },
    ] as const;
    const slot = { technician: { id: id('bert'), name: '' }, bay: { id: id('bay-2'), name: '' } };
    expect(movedClaims(before, slot).map((one) => `${one.role} ${one.resourceId}`)).toEqual([
      'lead bert',
      'bay bay-2',
      'assistant anna',
    ]);
    expect(movedClaims(before, { technician: { id: id('anna'), name: '' }, bay: null })).toHaveLength(1);
  });
});

describe('the stock chip', () => {
  const part = { partId: 'p', name: 'Disc', measure: 'piece', quantity: 2, inStock: 2, arrivesAt: null };

  it('is green when enough lies there, amber when it is on its way, red when nobody knows', () => {
    expect(partTone(part)).toBe('ok');
    expect(partTone({ ...part, inStock: 1, arrivesAt: instant(1) })).toBe('warn');
    expect(partTone({ ...part, inStock: 1 })).toBe('bad');
  });
});
