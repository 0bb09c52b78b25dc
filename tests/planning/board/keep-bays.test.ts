import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { boardModelOf } from '../../../core/planning/board/board-model.ts';
import { warmPlan } from '../../../core/planning/board/board-plan.ts';
import { keepBays } from '../../../core/planning/board/keep-bays.ts';
import type { PlanPlacement } from '../../../core/planning/plan/model.ts';
import { bay, technician } from '../../domain/board/a-context.ts';
import { planned, request, standing, tray } from './a-request.ts';

const PEOPLE = ['Ann', 'Bob', 'Cyd'];
const BAYS = ['One', 'Two', 'Three'];
const facts = { technicians: PEOPLE.map((name) => technician(name)), bays: BAYS.map((name) => bay(name)) };
const inBay = { capabilities: [] };

/** Three pieces of work at the same time, each in a bay of its own; and one later in the first. */
const board = boardModelOf(
  request(facts, [
    standing('a', ['08:00', 'Ann', 'One'], inBay),
    standing('b', ['08:00', 'Bob', 'Two'], inBay),
    standing('c', ['08:00', 'Cyd', 'Three'], inBay),
    standing('d', ['11:00', 'Ann', 'One'], inBay),
  ]),
);
const [a, b, c, d] = warmPlan(board) as readonly [PlanPlacement, PlanPlacement, PlanPlacement, PlanPlacement];
const into = (one: PlanPlacement, other: PlanPlacement): PlanPlacement => ({ ...one, bayDay: other.bayDay });

describe('work whose bay the search has changed', () => {
  it.each([
    ['is back where its bay is free', [a, b, into(d, c)], [a, b, d]],
    ['changes places with another one', [into(a, b), into(b, a), c, d], [a, b, c, d]],
    ['changes places all the way round', [into(a, b), into(b, c), into(c, a), d], [a, b, c, d]],
    [
      'is left where it is when somebody who is at home would have to go',
      [{ ...d, start: a.start, bayDay: b.bayDay }, a],
      [{ ...d, start: a.start, bayDay: b.bayDay }, a],
    ],
  ])('%s', (_what, plan, kept) => {
    expect(keepBays(board, plan)).toEqual(kept);
  });

  it('is the same plan where nothing has changed its bay', () => {
    const plan = [a, b, c, d];
    expect(keepBays(board, plan)).toBe(plan);
  });

  it('does not change places with work that the other bay cannot take', () => {
    const bays = [bay('One'), bay('Two'), bay('Three', { capabilities: [] })];
    const lifted = boardModelOf(
      request({ ...facts, bays }, [
        standing('plain', ['08:00', 'Ann', 'Two'], inBay),
        standing('lifted', ['14:00', 'Bob', 'One'], { capabilities: ['lift'] }),
        standing('at home', ['08:00', 'Cyd', 'One'], inBay),
      ]),
    );
    const all = warmPlan(lifted);
    const [plain, lift, home] = ['plain', 'lifted', 'at home'].map((id) => {
      const job = lifted.facts.work.findIndex((work) => work.id === id);
      return all.find((one) => one.job === job) as PlanPlacement;
    }) as [PlanPlacement, PlanPlacement, PlanPlacement];
    const three = lifted.bays.findIndex(({ lane }) => lane.facts.name === 'Three');
    const plan = [{ ...plain, bayDay: three }, { ...lift, start: plain.start, bayDay: plain.bayDay }, home];
    expect(keepBays(lifted, plan)).toBe(plan);
  });
});

it('a plan moves nobody to another bay for nothing', () => {
  // What is taken out and put back on the way to a better plan goes into the first bay that is free.
  const bays = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  const asked = request({ ...facts, bays: bays.map((name) => bay(name)) }, [
    ...PEOPLE.map((name, at) => standing(name, ['14:00', name, bays[5 - at]], inBay)),
    ...Array.from({ length: 24 }, (_, at) => {
      const priority = at % 3 === 0 ? 'high' : 'normal';
      return tray(`waiting ${at}`, { ...inBay, duration: minutes(30 + 25 * (at % 5)), priority });
    }),
  ]);
  const movedBays = [50, 100, 200, 400, 800].flatMap((rounds) =>
    planned(asked, rounds).placed.filter(({ id, placement, moved }) => {
      const stands = asked.work.find((one) => one.id === id)?.stands;
      const isSameElse =
        placement.start === stands?.start && placement.claims[0]?.resourceId === stands.claims[0]?.resourceId;
      return moved && isSameElse;
    }),
  );
  expect(movedBays).toEqual([]);
});
