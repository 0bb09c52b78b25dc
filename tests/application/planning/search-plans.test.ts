import { describe, expect, it } from 'vitest';
import { PLANNING_HERE } from '../../../core/application/planning/plan-here.ts';
import { searchPlans } from '../../../core/application/planning/search-plans.ts';
import type { FoundProof, PlanOrder, Planners, PlanTools } from '../../../core/application/ports/planners.ts';
import type { PlanProgress } from '../../../core/planning/board/request.ts';
import { aRequest } from '../../workers/plan-request.ts';

const { signal } = new AbortController();
const REQUEST = aRequest(2);
const WANTED = { seed: 5, milliseconds: 100, rounds: null, prove: null };

/** Searches that say what they are told to, by their seed. */
function saying(
  atOnce: number,
  score: (seed: number) => number | Error,
  proof: FoundProof | null = null,
): Planners & { readonly asked: PlanOrder[] } {
  const asked: PlanOrder[] = [];
  return {
    atOnce,
    asked,
    plan: async (order, { told }) => {
      asked.push(order);
      const value = score(order.seed);
      if (value instanceof Error) throw value;
      told(0.5, { rounds: 1, score: value, placed: 1, leftOut: 1 });
      return {
        answer: { score: value, rounds: 1, placed: [], leftOut: [] },
        before: 99,
        proof: order.prove === null ? null : proof,
      };
    },
  };
}

function tools() {
  const better: PlanProgress[] = [];
  const failed: unknown[] = [];
  const told: PlanTools['told'] = (_spent, found) => void (found === null || better.push(found));
  return { better, failed, tools: { signal, told, failed: (error: unknown) => void failed.push(error) } };
}

describe('the search for a plan', () => {
  it('keeps the better of two seeds, and tells only what is better than all before', async () => {
    const planners = saying(2, (seed) => (seed === 5 ? 20 : 10));
    const { better, tools: own } = tools();
    const found = await searchPlans(planners, REQUEST, WANTED, own);
    expect(found).toMatchObject({ seed: 6, searches: 2, before: 99, answer: { score: 10 } });
    expect(planners.asked.map((one) => one.seed)).toEqual([5, 6]);
    expect(better.map((one) => one.score)).toEqual([20, 10]);
  });

  it('keeps the first seed of equals', async () => {
    const found = await searchPlans(
      saying(2, () => 10),
      REQUEST,
      WANTED,
      tools().tools,
    );
    expect(found.seed).toBe(5);
  });

  it('gives one seed all the time where only one can search, but counts rounds for both', async () => {
    const alone = saying(1, (seed) => seed);
    expect((await searchPlans(alone, REQUEST, WANTED, tools().tools)).searches).toBe(1);
    expect(alone.asked).toHaveLength(1);
    const counted = saying(1, (seed) => -seed);
    const found = await searchPlans(counted, REQUEST, { ...WANTED, rounds: 10 }, tools().tools);
    expect(found).toMatchObject({ seed: 6, searches: 2 });
    expect(counted.asked.map((one) => one.rounds)).toEqual([10, 10]);
  });

  it('does not lose a plan because the other search failed, and says that it did', async () => {
    const defect = new Error('a defect');
    const { failed, tools: own } = tools();
    const found = await searchPlans(
      saying(2, (seed) => (seed === 5 ? defect : 10)),
      REQUEST,
      WANTED,
      own,
    );
    expect(found).toMatchObject({ seed: 6, answer: { score: 10 } });
    expect(failed).toEqual([defect]);
  });

  it('fails when both do', async () => {
    const both = searchPlans(
      saying(2, () => new Error('a defect')),
      REQUEST,
      WANTED,
      tools().tools,
    );
    await expect(both).rejects.toThrow('a defect');
  });

  it('is the same whoever searches, for the same number of rounds', async () => {
    const wanted = { seed: 1, milliseconds: 0, rounds: 80, prove: null };
    const one = await searchPlans(PLANNING_HERE, aRequest(8), wanted, tools().tools);
    const other = await searchPlans({ ...PLANNING_HERE, atOnce: 2 }, aRequest(8), wanted, tools().tools);
    expect(other).toEqual(one);
  });

  it('has one search prove, and holds what it proved against the better plan of the other', async () => {
    const proved = async (scores: readonly [number, number], bound: number) => {
      const planners = saying(2, (seed) => scores[seed - 5] ?? 0, { known: true, bound, seconds: 1.5 });
      const { proof, answer } = await searchPlans(planners, REQUEST, { ...WANTED, prove: 3 }, tools().tools);
      expect(planners.asked.map((one) => one.prove)).toEqual([3, null]);
      expect(answer.score).toBe(Math.min(...scores));
      return proof;
    };
    expect(await proved([20, 16], 12)).toEqual({ status: 'open', bound: 12, best: 16, gap: 0.25, seconds: 1.5 });
    expect(await proved([20, 16], 16)).toEqual({ status: 'optimal', bound: 16, best: 16, gap: 0, seconds: 1.5 });
    expect(await proved([20, 20], 20)).toMatchObject({ status: 'optimal', best: 20 });
  });

  it('says why nothing is proved, and tells of a proof that failed', async () => {
    const why = async (proof: FoundProof | null, own = tools()) => {
      const planners = saying(2, () => 10, proof);
      return (await searchPlans(planners, REQUEST, { ...WANTED, prove: 3 }, own.tools)).proof;
    };
    expect(await why({ known: false, why: 'crews' })).toEqual({ status: 'none', why: 'crews' });
    const own = tools();
    const error = new Error('a defect');
    expect(await why({ known: false, why: 'failed', error }, own)).toEqual({ status: 'none', why: 'failed' });
    expect(own.failed).toEqual([error]);
    const without = await searchPlans(
      saying(2, () => 10),
      REQUEST,
      WANTED,
      tools().tools,
    );
    expect(without.proof).toBeNull();
  });
});
