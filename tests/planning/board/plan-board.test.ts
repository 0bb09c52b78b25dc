import { describe, expect, it } from 'vitest';
import { planBoard } from '../../../core/planning/board/plan-board.ts';
import { dice } from '../random-context.ts';
import { randomRequest } from './random-request.ts';

describe('planning a board', () => {
  it('answers every piece of work once, placed as the rulebook allows or left out, on any board', () => {
    const tally = { placed: 0, moved: 0, leftOut: 0, promised: 0 };
    for (let seed = 1; seed <= 60; seed += 1) {
      const request = randomRequest(dice(seed), 8, 15);
      const answer = planBoard(request, { seed, used: (rounds) => rounds / 64 });
      const ids = [...answer.placed, ...answer.leftOut].map((one) => one.id).toSorted();
      expect(ids, `seed ${seed}`).toEqual(request.work.map((one) => one.id).toSorted());
      const out = new Set(answer.leftOut.map((one) => one.id));
      tally.promised += request.work.filter((one) => one.stands !== null && out.has(one.id)).length;
      tally.placed += answer.placed.length;
      tally.moved += answer.placed.filter((one) => one.moved).length;
      tally.leftOut += answer.leftOut.length;
    }
    expect(tally.promised).toBe(0);
  });
});
