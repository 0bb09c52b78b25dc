import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { at, bay, busy, inBay, placed } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const one = (from: string, length: number, capacity = 1): Case => ({
  rule: 'bay-free',
  facts: { bays: [bay('Bay 1', { capacity, turnover: minutes(10), busy: [busy('Clutch', '10:00', '11:00')] })] },
  placement: placed(from, length, inBay('Bay 1')),
});

describe('a bay', () => {
  it('is free with its turnover before and after', () => {
    expect(ask(one('08:50', 60))).toEqual([]);
    expect(ask(one('11:10', 60))).toEqual([]);
  });

  it('lacks its turnover a minute closer, and says when it is ready', () => {
    expect(ask(one('08:51', 60))).toEqual(['block turnover']);
    expect(reasonsFor(one('11:09', 60))[0]).toMatchObject({
      why: 'turnover',
      title: 'Clutch',
      turnover: 10,
      freeFrom: at('11:10'),
    });
    expect(ask(one('11:00', 60))).toEqual(['block turnover']);
  });

  it('is in use at the same time, which is one reason and not two', () => {
    expect(ask(one('10:59', 60))).toEqual(['block double-use']);
    expect(ask(one('09:01', 60))).toEqual(['block double-use']);
  });

  it('with two places takes a second unit, not a third', () => {
    expect(ask(one('10:00', 60, 2))).toEqual([]);
    const full = bay('Bay 1', {
      capacity: 2,
      busy: [busy('Clutch', '10:00', '11:00'), busy('Brakes', '10:30', '11:30')],
    });
    expect(ask({ ...one('10:00', 30, 2), facts: { bays: [full] } })).toEqual([]);
    expect(ask({ ...one('10:00', 31, 2), facts: { bays: [full] } })).toEqual(['block double-use']);
  });

  it('may lack turnover if the organization says so, but is never double used', () => {
    expect(ask({ ...one('11:00', 60), severity: 'caution' })).toEqual(['caution turnover']);
    expect(ask({ ...one('11:00', 60), severity: 'clear' })).toEqual([]);
    expect(ask({ ...one('10:30', 60), severity: 'clear' })).toEqual(['block double-use']);
  });
});
