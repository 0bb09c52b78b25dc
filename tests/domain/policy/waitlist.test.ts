import { describe, expect, it } from 'vitest';
import type { CustomerTier } from '../../../core/domain/work/customer.ts';
import type { Priority } from '../../../core/domain/work/service-type.ts';
import { inTurn, wasOffered, weightOf, type Waiting, type Wish } from '../../../core/domain/policy/waitlist.ts';
import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';

const ANNA = asId<'resource'>('anna');
const BO = asId<'resource'>('bo');

function wish(id: string, more: Partial<Waiting> & { readonly tier?: CustomerTier } = {}): Wish {
  const { tier = 'standard', ...entry } = more;
  const plain = { priority: 'normal' as const, since: instant(0), preferredTechnicians: [] };
  return { entry: { id: asId<'waitlist-entry'>(id), ...plain, ...entry }, tier };
}

const order = (wishes: readonly Wish[], technician = ANNA): readonly string[] =>
  inTurn(wishes, technician).map(({ entry }) => entry.id);

describe('the turn on a waitlist', () => {
  it('goes to those who like the technician or do not mind', () => {
    const picky = wish('picky', { preferredTechnicians: [BO], priority: 'urgent' });
    expect(order([picky, wish('open'), wish('fond', { preferredTechnicians: [ANNA] })])).toEqual([
      'fond',
      'open',
      'picky',
    ]);
  });

  it('then to the more urgent', () => {
    const all = (['low', 'urgent', 'normal', 'high'] as const).map((priority) => wish(priority, { priority }));
    expect(order(all)).toEqual(['urgent', 'high', 'normal', 'low']);
  });

  it('then to premium and fleet customers, who count one more, up to five', () => {
    const weights = (['low', 'normal', 'high', 'urgent'] as const).map((priority: Priority) => [
      weightOf(wish('a', { priority })),
      weightOf(wish('a', { priority, tier: 'premium' })),
      weightOf(wish('a', { priority, tier: 'fleet' })),
    ]);
    expect(weights).toEqual([
      [1, 2, 2],
      [2, 3, 3],
      [4, 5, 5],
      [5, 5, 5],
    ]);
  });

  it('then to whoever has waited longest, then by id', () => {
    const all = [wish('c', { since: instant(2) }), wish('b', { since: instant(1) }), wish('a', { since: instant(1) })];
    expect(order(all)).toEqual(['a', 'b', 'c']);
  });

  it('asks for no technician where none is in question', () => {
    expect(inTurn([wish('a', { preferredTechnicians: [BO] }), wish('b')], null).map((one) => one.entry.id)).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('a slot was offered before', () => {
  const start = instant(0);
  const offers = [
    { appointmentId: asId<'appointment'>('x'), start, at: start, until: start, answer: 'declined' as const },
  ];

  it('when it overlaps the one that was', () => {
    expect(wasOffered({ offers }, start, 60)).toBe(true);
    expect(wasOffered({ offers }, addMinutes(start, 59), 60)).toBe(true);
    expect(wasOffered({ offers }, addMinutes(start, -59), 60)).toBe(true);
    expect(wasOffered({ offers }, addMinutes(start, 60), 60)).toBe(false);
    expect(wasOffered({ offers: [] }, start, 60)).toBe(false);
  });
});
