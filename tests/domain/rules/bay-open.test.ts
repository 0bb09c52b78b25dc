import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { at, bay, inBay, placed, span } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const one = (from: string, length: number): Case => ({
  rule: 'bay-open',
  facts: {
    bays: [bay('Bay 1', { absences: [{ ...span('10:00', '11:00'), why: 'absence', name: 'Lift inspection' }] })],
  },
  placement: placed(from, length, inBay('Bay 1')),
});

describe("a bay's hours", () => {
  it('hold the busy time to the minute', () => {
    expect(ask(one('07:00', 180))).toEqual([]);
    expect(ask(one('17:00', 60))).toEqual([]);
  });

  it('block what begins too early or ends too late', () => {
    expect(reasonsFor(one('06:59', 60))[0]).toMatchObject({ why: 'closed', opensAt: at('07:00'), closesAt: null });
    expect(reasonsFor(one('17:01', 60))[0]).toMatchObject({ why: 'closed', opensAt: null, closesAt: at('18:00') });
  });

  it('hold the buffers too', () => {
    expect(ask({ ...one('17:00', 60), needs: { after: minutes(1) } })).toEqual(['block closed']);
    expect(ask({ ...one('07:00', 60), needs: { before: minutes(1) } })).toEqual(['block closed']);
  });

  it('do not count while it is away', () => {
    expect(reasonsFor(one('09:01', 60))[0]).toMatchObject({ why: 'absence', name: 'Lift inspection', to: at('11:00') });
    expect(ask(one('11:00', 60))).toEqual([]);
  });

  it('are as bad as the organization says', () => {
    expect(ask({ ...one('17:01', 60), severity: 'caution' })).toEqual(['caution closed']);
  });
});
