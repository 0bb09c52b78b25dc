import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { at, other, placed, resource, span } from '../board/a-context.ts';
import { ask, reasonsFor } from './ask.ts';

const room: Claim = { resourceId: resource('Room'), role: 'room', units: 1 };
const facts = {
  others: [
    other('Room', {
      open: [span('08:00', '12:00'), span('13:00', '17:00')],
      absences: [
        { ...span('15:00', '16:00'), why: 'absence', name: 'Painters' },
        { ...span('16:00', '16:30'), why: 'blackout', name: 'Stocktaking' },
      ],
    }),
  ],
};
const asked = (from: string, length: number) =>
  ask({ rule: 'resource-open', facts, placement: placed(from, length, room) });

describe('resource-open', () => {
  it('is silent within the hours', () => {
    expect(asked('08:00', 240)).toEqual([]);
    expect(asked('13:00', 120)).toEqual([]);
  });

  it('blocks before, after and across the hours, and says when it opens or closes', () => {
    expect(asked('07:30', 60)).toEqual(['block closed']);
    expect(reasonsFor({ rule: 'resource-open', facts, placement: placed('11:30', 60, room) })).toMatchObject([
      { opensAt: null, closesAt: at('12:00') },
    ]);
    expect(reasonsFor({ rule: 'resource-open', facts, placement: placed('12:15', 15, room) })).toMatchObject([
      { opensAt: at('13:00'), closesAt: null },
    ]);
  });

  it('counts the buffers', () => {
    const placement = placed('08:00', 60, room);
    expect(ask({ rule: 'resource-open', facts, needs: { before: minutes(1) }, placement })).toEqual(['block closed']);
  });

  it('blocks in an absence and in a blackout, with its name', () => {
    expect(asked('14:30', 60)).toEqual(['block absence']);
    expect(reasonsFor({ rule: 'resource-open', facts, placement: placed('16:00', 15, room) })).toMatchObject([
      { why: 'blackout', name: 'Stocktaking', to: at('16:30') },
    ]);
  });

  it('is as bad as the organization says', () => {
    const placement = placed('07:30', 60, room);
    expect(ask({ rule: 'resource-open', facts, severity: 'caution', placement })).toEqual(['caution closed']);
    expect(ask({ rule: 'resource-open', facts, severity: 'clear', placement })).toEqual([]);
  });
});
