import { describe, expect, it } from 'vitest';
import type { PartFacts } from '../../../core/domain/board/placement-context.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { appointment, at, part, placed } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

/** Two lie here, two more come at noon; somebody takes two at 15:00. */
const plugs: PartFacts = {
  partId: part('plug'),
  name: 'Spark plug',
  lots: [
    { at: at('00:00'), quantity: 2 },
    { at: at('12:00'), quantity: 2 },
  ],
  taken: [{ at: at('15:00'), quantity: 2, appointmentId: appointment('Misfire') }],
  leadTimeDays: 3,
};

const one = (from: string, quantity: number): Case => ({
  rule: 'parts-there',
  facts: { parts: [plugs] },
  needs: { parts: [{ partId: part('plug'), quantity }] },
  placement: placed(from, 60),
});

describe('parts', () => {
  it('are there from the minute they arrive', () => {
    expect(ask(one('09:00', 2))).toEqual([]);
    expect(ask({ ...one('12:00', 3), needs: { parts: [{ partId: part('plug'), quantity: 2 }] } })).toEqual([]);
  });

  it('block when too few, and say how many there are and when more come', () => {
    const waiting = { ...plugs, taken: [] };
    expect(reasonsFor({ ...one('11:59', 3), facts: { parts: [waiting] } })[0]).toMatchObject({
      severity: 'block',
      part: 'Spark plug',
      needed: 3,
      available: 2,
      arrivesAt: at('12:00'),
    });
    expect(ask({ ...one('12:00', 3), facts: { parts: [waiting] } })).toEqual([]);
  });

  it('are taken when the busy time begins', () => {
    const facts = { parts: [{ ...plugs, taken: [] }] };
    expect(
      ask({ ...one('12:04', 3), facts, needs: { parts: [{ partId: part('plug'), quantity: 3 }], before: minutes(5) } }),
    ).toEqual(['block missing']);
  });

  it('are not taken from somebody who needs them later', () => {
    expect(reasonsFor(one('09:00', 3))[0]).toMatchObject({ available: 2, arrivesAt: null });
    expect(ask(one('14:00', 3))).toEqual(['block missing']);
    expect(ask(one('16:00', 3))).toEqual(['block missing']);
  });

  it('of the appointment that moves are free again', () => {
    const needs = { parts: [{ partId: part('plug'), quantity: 3 }], appointmentId: appointment('Misfire') };
    expect(ask({ ...one('14:00', 3), needs })).toEqual([]);
  });

  it('asked for twice are added up', () => {
    const twice = [1, 2].map((quantity) => ({ partId: part('plug'), quantity }));
    expect(reasonsFor({ ...one('09:00', 1), needs: { parts: twice } })[0]).toMatchObject({ needed: 3 });
  });

  it('that can be ordered are there from their lead time on, and not before', () => {
    const facts = { parts: [{ ...plugs, taken: [], orderableFrom: at('14:00') }] };
    expect(reasonsFor({ ...one('13:00', 5), facts })[0]).toMatchObject({ arrivesAt: at('14:00'), toOrder: true });
    expect(ask({ ...one('14:00', 5), facts })).toEqual([]);
    expect(reasonsFor({ ...one('09:00', 3), facts })[0]).not.toHaveProperty('toOrder');
  });

  it('set aside for somebody later are not taken before, hoping for an order', () => {
    const facts = { parts: [{ ...plugs, orderableFrom: at('14:00') }] };
    expect(reasonsFor({ ...one('09:00', 3), facts })[0]).toMatchObject({ available: 2, arrivesAt: at('14:00') });
  });

  it('that were ordered for the work count when they are expected, until that has passed', () => {
    const ordered = { quantity: 1, at: at('13:00') };
    const needs = { parts: [{ partId: part('plug'), quantity: 5, ordered }] };
    const facts = { parts: [{ ...plugs, taken: [] }] };
    expect(ask({ ...one('13:00', 5), facts, needs })).toEqual([]);
    expect(reasonsFor({ ...one('12:30', 5), facts, needs })[0]).toMatchObject({ arrivesAt: at('13:00') });
    const late = { parts: [{ partId: part('plug'), quantity: 5, ordered: { quantity: 1, at: at('00:00') } }] };
    expect(ask({ ...one('13:00', 5), facts, needs: late })).toEqual(['block missing']);
  });

  it('that the work can begin without are no block, but a caution', () => {
    const needs = { parts: [{ partId: part('plug'), quantity: 3, critical: false }] };
    const facts = { parts: [{ ...plugs, taken: [] }] };
    expect(ask({ ...one('09:00', 3), facts, needs })).toEqual([]);
    expect(ask({ ...one('09:00', 3), rule: 'parts-wanted', facts, needs })).toEqual(['caution missing']);
    expect(ask({ ...one('12:00', 3), rule: 'parts-wanted', facts, needs })).toEqual([]);
    expect(ask({ ...one('09:00', 3), rule: 'parts-wanted', facts })).toEqual([]);
  });

  it('that nobody keeps are missing', () => {
    const needs = { parts: [{ partId: part('gasket'), quantity: 1 }] };
    expect(reasonsFor({ ...one('09:00', 1), needs })[0]).toMatchObject({ available: 0, arrivesAt: null });
  });

  it('are as bad as the organization says', () => {
    expect(ask({ ...one('09:00', 9), severity: 'caution' })).toEqual(['caution missing']);
  });
});
