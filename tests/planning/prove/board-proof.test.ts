import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import {
  answerOf,
  betterOf,
  planBoard,
  searchingBoard,
  type PlannedBoard,
} from '../../../core/planning/board/plan-board.ts';
import { termsOf, totalOf } from '../../../core/planning/plan/plan-terms.ts';
import type { PlanRequest } from '../../../core/planning/board/request.ts';
import { valuesOf } from '../../../core/planning/prove/proof-plan.ts';
import { proofModel } from '../../../core/planning/prove/proof-model.ts';
import { notProvable } from '../../../core/planning/prove/provable.ts';
import { proveBoard } from '../../../core/workers/prove-board.ts';
import { provePlan } from '../../../core/workers/prove-plan.ts';
import { bay, busy, NORTH, other, resource, technician } from '../../domain/board/a-context.ts';
import { request, standing, tray } from '../board/a-request.ts';
import { variedRequest } from '../board/random-request.ts';
import { dice } from '../random-context.ts';

function searched(asked: PlanRequest, rounds = 60): PlannedBoard {
  const steps = searchingBoard(asked, { seed: 1, used: (done) => done / rounds });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The plan without any of the work: as poor as can be, and nobody has looked through the others. */
function emptied(found: PlannedBoard): PlannedBoard {
  const plan = found.board.model.fixed;
  return { ...found, plan, cost: totalOf(termsOf(found.board.model, plan)), least: null };
}

const IN_BAY = { capabilities: [] } as const;

/** Any board whose work is all in bays, each piece for one. */
function bayWork(seed: number): PlanRequest {
  const plain = variedRequest(dice(seed), 6, 15);
  const work = plain.work.map((one) =>
    one.stands === null
      ? {
          ...one,
          assistants: 0,
          follows: null,
          needs: { ...one.needs, capabilities: one.needs.capabilities ?? [], place: null },
        }
      : one,
  );
  const isOne = ({ assistants, needs }: (typeof work)[number]): boolean =>
    assistants === 0 && needs.capabilities !== null && needs.place === null;
  return { ...plain, work: work.filter(isOne) };
}

describe('the proof of a board', () => {
  it('says of every plan that is found what it costs, and lets it pass', () => {
    let tried = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const { board, plan, cost } = searched(bayWork(seed));
      if (notProvable(board.model) !== undefined) continue;
      tried += 1;
      const proof = proofModel(board.model);
      const { linear } = proof;
      const values = valuesOf(board.model, proof, plan);
      const sum = values.reduce((all, value, column) => all + value * (linear.cost[column] ?? 0), linear.offset);
      expect([seed, sum]).toEqual([seed, cost]);
      for (let row = 0; row < linear.rows; row += 1) {
        let left = 0;
        for (let at = linear.rowStart[row] ?? 0; at < (linear.rowStart[row + 1] ?? 0); at += 1)
          left += (linear.value[at] ?? 0) * (values[linear.column[at] ?? 0] ?? 0);
        expect(left, `seed ${seed}, row ${row}`).toBeGreaterThanOrEqual(linear.rowLower[row] ?? 0);
        expect(left, `seed ${seed}, row ${row}`).toBeLessThanOrEqual(linear.rowUpper[row] ?? 0);
      }
    }
    expect(tried).toBeGreaterThan(60);
  });

  it('finds plans that the rulebook takes, and none is better', async () => {
    let [proved, better, twice] = [0, 0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const found = searched(bayWork(seed), 200);
      const poor = emptied(found);
      const proof = await provePlan(poor.board.model, poor.plan, 60);
      if (typeof proof === 'string') continue;
      expect(proof.best).toBeLessThanOrEqual(poor.cost);
      expect(found.cost).toBeGreaterThanOrEqual(proof.bound);
      // Two ways to prove, one of them without the solver.
      expect([seed, found.least ?? proof.bound]).toEqual([seed, proof.bound]);
      if (found.least !== null) twice += 1;
      // It throws where a rule blocks.
      const { score } = answerOf(betterOf(poor, proof.placements));
      expect(score).toBeGreaterThanOrEqual(proof.bound);
      if (score === proof.bound) proved += 1;
      if (score < poor.cost) better += 1;
    }
    expect(proved).toBeGreaterThan(10);
    expect(better).toBeGreaterThan(5);
    expect(twice).toBeGreaterThan(3);
  });

  it('works around what stands: in the bay, with the technician, and at a customer between', async () => {
    const people = [
      technician('ann', { busy: [busy('Visit', '10:00', '11:00', { at: NORTH })] }),
      technician('bo', { busy: [busy('Check', '08:00', '12:00')] }),
    ];
    const bays = [bay('lift', { busy: [busy('Check', '08:00', '12:00')] })];
    const work = ['one', 'two', 'three', 'four'].map((id) => tray(id, { ...IN_BAY, duration: minutes(120) }));
    const found = emptied(searched(request({ technicians: people, bays }, work), 1));
    const { answer, proof } = await proveBoard(found, 60, () => undefined);
    expect(proof).toMatchObject({ known: true, bound: answer.score });
    // Five hours of the bay are left, from twelve to five.
    expect(answer.placed).toHaveLength(2);
  });

  it('counts equipment that is shared', async () => {
    const people = ['ann', 'bo'].map((name) => technician(name));
    const bays = ['one', 'two'].map((name) => bay(name));
    const alongside: readonly Claim[] = [{ resourceId: resource('scope'), role: 'room', units: 1 }];
    const work = ['a', 'b'].map((id) => tray(id, { ...IN_BAY, duration: minutes(240) }, { alongside }));
    const others = [other('scope', { busy: [busy('Taken', '08:00', '10:00')] })];
    const found = emptied(searched(request({ technicians: people, bays, others }, work), 1));
    const { answer, proof } = await proveBoard(found, 60, () => undefined);
    expect(proof).toMatchObject({ known: true, bound: answer.score });
    // From ten to five is too little for both.
    expect(answer.placed).toHaveLength(1);
  });

  it('shows the better plan where it finds one', async () => {
    const work = Array.from({ length: 8 }, (_, place) =>
      tray(`w${place}`, { ...IN_BAY, duration: minutes(45 + 15 * place), priority: place > 5 ? 'urgent' : 'low' }),
    );
    const asked = request({ technicians: [technician('ann')], bays: [bay('lift')] }, work);
    const poor = emptied(searched(asked, 1));
    const told: string[] = [];
    const { answer } = await proveBoard(poor, 60, () => void told.push('begins'));
    expect(told).toEqual(['begins']);
    expect(answer.score).toBeLessThanOrEqual(planBoard(asked, { seed: 3, used: (done) => done / 2000 }).score);
  });

  it.each([
    ['too-many-jobs', Array.from({ length: 26 }, (_, place) => tray(`w${place}`, IN_BAY))],
    ['work-without-bay', [tray('bay', IN_BAY), tray('desk', { capabilities: null })]],
    ['several-sites', [tray('bay', { ...IN_BAY, place: { address: 'There', coordinates: NORTH } })]],
    ['crews', [tray('two', IN_BAY, { assistants: 1 })]],
    ['order', [tray('first', IN_BAY), tray('then', IN_BAY, { follows: { id: 'first', gap: minutes(0) } })]],
  ] as const)('is not tried and says why: %s', async (why, work) => {
    const people = ['ann', 'bo'].map((name) => technician(name));
    const found = { ...searched(request({ technicians: people, bays: [bay('lift')] }, work), 1), least: null };
    const begins = (): void => expect.fail('nothing is to be proved');
    const { answer, proof } = await proveBoard(found, 60, begins);
    expect(proof).toEqual({ known: false, why });
    expect(answer).toEqual(answerOf(found));
  });

  it('is not needed where the search has looked through all plans, of work outside the bays, too', async () => {
    const people = ['ann', 'bo'].map((name) => technician(name));
    const out = { capabilities: null, place: { address: 'There', coordinates: NORTH } };
    const found = searched(
      request({ technicians: people, bays: [bay('lift')] }, [tray('bay', IN_BAY), tray('out', out)]),
    );
    const begins = (): void => expect.fail('it is known already');
    const { answer, proof } = await proveBoard(found, 60, begins);
    expect(proof).toEqual({ known: true, bound: answer.score, seconds: 0 });
  });

  it('is not tried where counts of the rulebook keep work where it stands', async () => {
    const people = ['ann', 'bo'].map((name) => technician(name));
    const asked = request({ technicians: people, bays: [bay('lift')] }, [
      standing('s', ['08:00', 'ann', 'lift'], IN_BAY),
    ]);
    const { proof } = await proveBoard({ ...searched(asked), isHeld: true }, 60, () => undefined);
    expect(proof).toEqual({ known: false, why: 'counts' });
  });

  it('leaves the plan where there is nothing to place', async () => {
    const nobody = emptied(searched(request({ technicians: [], bays: [bay('lift')] }, [tray('one', IN_BAY)]), 1));
    const { answer, proof } = await proveBoard(nobody, 60, () => undefined);
    expect(proof).toMatchObject({ known: true, bound: answer.score });
    expect(answer.leftOut).toHaveLength(1);
  });
});
