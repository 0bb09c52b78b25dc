import { describe, expect, it } from 'vitest';
import { planBoard } from '../../../core/planning/board/plan-board.ts';
import { aRequest } from '../../workers/plan-request.ts';

describe('work for several', () => {
  it.each([
    ['at a customer', null],
    ['in a bay', []],
  ])('finds its people %s', (_where, capabilities) => {
    const request = aRequest(1, 2, 1);
    const work = request.work.map((one) => ({ ...one, assistants: 1, needs: { ...one.needs, capabilities } }));
    const { placed, leftOut } = planBoard({ ...request, work }, { seed: 1, used: (rounds) => rounds / 32 });
    expect(leftOut).toEqual([]);
    const roles = placed.map(({ placement }) => placement.claims.map(({ role }) => role));
    expect(roles).toEqual([['lead', 'assistant', ...(capabilities === null ? [] : ['bay'])]]);
  });
});
