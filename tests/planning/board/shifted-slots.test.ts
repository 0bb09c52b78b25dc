import { describe, expect, it } from 'vitest';
import type { PlacementContext } from '../../../core/domain/board/placement-context.ts';
import { addMinutes, minutes, range } from '../../../core/domain/time/instant.ts';
import { shiftedSlots, type ShiftedSlotRequest } from '../../../core/planning/board/shifted-slots.ts';
import type { PlanWork } from '../../../core/planning/board/request.ts';
import { at, bay, lead, needs, technician } from '../../domain/board/a-context.ts';
import { dice } from '../random-context.ts';
import { request, standing } from './a-request.ts';
import { fewestByHand, randomShiftCase } from './shift-cases.ts';

const ANN = technician('ann', {
  shifts: technician('ann').shifts.map((one) => ({ ...one, to: at('12:00'), closed: [] })),
});

function asked(
  facts: Partial<PlacementContext>,
  movable: readonly PlanWork[],
  own: Partial<ShiftedSlotRequest> = {},
): ShiftedSlotRequest {
  const { context } = request(facts, movable);
  return { context, movable, needs: needs(), alongside: [], within: null, step: minutes(15), count: 3, ...own };
}

describe('slots that others make room for', () => {
  const windows = [range(at('08:00'), at('11:00'))];
  const nine = standing('nine', ['08:45', 'ann'], { windows });
  const ten = standing('ten', ['10:30', 'ann'], { windows });
  const long = { needs: needs({ duration: minutes(90) }) };

  it('say who moves, from when to when, and what it costs', () => {
    const [first] = shiftedSlots(asked({ technicians: [ANN] }, [nine, ten], long));
    expect(first).toMatchObject({
      technician: { id: 'ann' },
      moves: [{ appointmentId: 'nine', title: 'nine', from: at('08:45') }],
    });
    expect(first?.facts).toContainEqual({ fact: 'others-move', appointments: 1, cost: 60 });
    expect(first?.score).toBeCloseTo(first?.facts.reduce((sum, { cost }) => sum + cost, 0) ?? NaN, 1);
  });

  it('move nobody out of the promised window', () => {
    const tight = [range(at('08:45'), at('08:45'))];
    const promised = [
      { ...nine, needs: { ...nine.needs, windows: tight } },
      { ...ten, needs: { ...ten.needs, windows: [range(at('10:30'), at('10:45'))] } },
    ];
    expect(shiftedSlots(asked({ technicians: [ANN] }, promised, long))).toEqual([]);
  });

  it('leave alone what is not among the movable', () => {
    const { context } = request({ technicians: [ANN] }, [nine, ten]);
    expect(shiftedSlots({ ...asked({}, []), ...long, context, movable: [] })).toEqual([]);
  });

  it('are no concern where nobody has to move', () => {
    const slots = shiftedSlots(asked({ technicians: [ANN] }, [nine]));
    expect(slots.every(({ moves }) => moves.length > 0)).toBe(true);
  });

  it('push whole chains over technicians and bays', () => {
    const bob = technician('bob', { shifts: ANN.shifts });
    const inLift = { capabilities: ['lift'], windows };
    const work = [standing('a', ['08:00', 'ann', 'lift'], inLift), standing('b', ['09:30', 'bob', 'lift'], inLift)];
    const facts = { technicians: [ANN, bob], bays: [bay('lift', { open: [range(at('08:00'), at('11:00'))] })] };
    const slots = shiftedSlots(asked(facts, work, { needs: needs({ capabilities: ['lift'] }) }));
    expect(slots[0]).toMatchObject({ bay: { id: 'lift' }, moves: [{ appointmentId: 'b' }] });
  });

  it('never cross over: an order is kept', () => {
    const fixedOrder = shiftedSlots(asked({ technicians: [ANN] }, [nine, ten], long));
    for (const { moves, start } of fixedOrder) {
      const when = new Map<string, number>([nine, ten].map((one) => [one.id, one.stands?.start ?? start]));
      for (const { appointmentId, to } of moves) when.set(appointmentId, to);
      expect(when.get('nine') ?? 0).toBeLessThan(when.get('ten') ?? 0);
    }
  });

  it('are the same that trying everything by hand finds, on small boards', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const small = randomShiftCase(dice(seed));
      const byHand = fewestByHand(small);
      const [best] = shiftedSlots({ ...small, count: 1 });
      expect(best?.moves.length ?? null, `seed ${seed}`).toBe(byHand);
      if (best !== undefined) found += 1;
    }
    expect(found).toBeGreaterThan(20);
  });

  it('end when the work is done, not with what is kept busy after', () => {
    const own = { needs: needs({ duration: minutes(90), after: minutes(15) }) };
    const [first] = shiftedSlots(asked({ technicians: [ANN] }, [nine, ten], own));
    expect(first?.end).toBe(addMinutes(first?.start ?? at('00:00'), 90));
    expect(lead('ann').resourceId).toBe(first?.technician?.id);
  });
});
