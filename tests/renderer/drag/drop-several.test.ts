import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import { inMovingOrder } from '../../../renderer/drag/drop-several.ts';
import { appointments } from '../fixture/day.ts';

describe('several bars dragged together', () => {
  const bars = appointments().slice(0, 6);
  const starts = (offset: number) => inMovingOrder(bars, offset).map((one) => one.start);

  it('go the last one first when they go later, so that none lands on one that has yet to go', () => {
    expect(starts(30 * MINUTE)).toEqual(bars.map((one) => one.start).toSorted((a, b) => b - a));
  });

  it('go the first one first when they go earlier', () => {
    expect(starts(-30 * MINUTE)).toEqual(bars.map((one) => one.start).toSorted((a, b) => a - b));
  });
});
