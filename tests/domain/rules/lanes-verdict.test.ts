import { describe, expect, it } from 'vitest';
import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { judgeLane, judgeLanes } from '../../../core/domain/rules/lanes-verdict.ts';
import { addMinutes, minutes } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { dice, randomContext, randomNeeds } from '../../planning/random-context.ts';
import {
  appointment,
  at,
  bay,
  busy,
  context,
  inBay,
  lead,
  needs,
  placed,
  resource,
  technician,
} from '../board/a-context.ts';

const shop = context({
  technicians: [technician('Priya'), technician('Marco', { busy: [busy('Clutch', '09:00', '10:00')] })],
  bays: [
    bay('Bay 1', { capabilities: ['lift', 'alignment'] }),
    bay('Bay 2'),
    bay('Bay 3', { busy: [busy('Clutch', '09:00', '10:00')] }),
  ],
});
const lift = needs({ capabilities: ['lift'] });

/** Per lane: level, then the names of what the drop would claim. */
function drop(from: string, claims: readonly Claim[], work = lift, facts = shop): Record<string, string> {
  const verdicts = judgeLanes(busyIndexOf(facts), work, placed(from, 60), claims);
  return Object.fromEntries(
    verdicts.map((one) => [
      one.resourceId,
      [one.verdict.level, ...one.claims.map((claim) => claim.resourceId)].join(' '),
    ]),
  );
}

describe('the lanes of a drag', () => {
  it("bring the cheapest free capable bay to a technician's lane and the best technician to a bay's", () => {
    expect(drop('09:00', [])).toEqual({
      Priya: 'clear Priya Bay 2',
      Marco: 'block Marco Bay 2',
      'Bay 1': 'clear Bay 1 Priya',
      'Bay 2': 'clear Bay 2 Priya',
      'Bay 3': 'block Bay 3 Priya',
    });
  });

  it('keep the bay and the technician while they are clear', () => {
    const kept = drop('11:00', [lead('Marco'), inBay('Bay 1')]);
    expect(kept['Priya']).toBe('clear Priya Bay 1');
    expect(kept['Bay 2']).toBe('clear Bay 2 Marco');
  });

  it('find others when the kept ones are not clear', () => {
    const moved = drop('09:30', [lead('Marco'), inBay('Bay 3')]);
    expect(moved['Priya']).toBe('clear Priya Bay 2');
    expect(moved['Bay 1']).toBe('clear Bay 1 Priya');
  });

  it('leave the moved appointment itself out', () => {
    const own = needs({ capabilities: ['lift'], appointmentId: appointment('Clutch') });
    const moved = drop('09:30', [lead('Marco'), inBay('Bay 3')], own);
    expect(moved['Marco']).toBe('clear Marco Bay 3');
    expect(moved['Bay 2']).toBe('clear Bay 2 Marco');
  });

  it('show what is in the way when no bay is free, and that there is none', () => {
    const full = { ...shop, bays: [bay('Bay 3', { busy: [busy('Clutch', '09:00', '10:00')] })] };
    const [first] = judgeLanes(busyIndexOf(full), lift, placed('09:00', 60), []);
    expect(first?.verdict.reasons.map((one) => one.reason)).toMatchObject([{ rule: 'bay-free', title: 'Clutch' }]);
    const none = judgeLanes(busyIndexOf({ ...shop, bays: [] }), lift, placed('09:00', 60), []);
    expect(none[0]?.verdict.reasons.map((one) => one.reason)).toMatchObject([{ rule: 'bay-capable', why: 'no-bay' }]);
  });

  it('add nobody to a room that had nobody, and no bay to work without one', () => {
    expect(drop('11:00', [inBay('Bay 1')], needs())['Bay 2']).toBe('clear Bay 2');
    expect(drop('11:00', [lead('Marco')], needs())['Priya']).toBe('clear Priya');
  });

  it('keep assistants, and make one the lead when the work is dropped on them', () => {
    const claims: readonly Claim[] = [
      lead('Priya'),
      { resourceId: resource('Marco'), role: 'assistant', units: 1 },
      inBay('Bay 1'),
    ];
    expect(drop('11:00', claims)['Bay 2']).toBe('clear Bay 2 Priya Marco');
    expect(drop('11:00', claims)['Marco']).toBe('clear Marco Bay 1');
  });

  it('prefer the preferred technician, then the nearer and the less busy', () => {
    const two = needs({ capabilities: ['lift'], preferredTechnicians: [resource('Marco')] });
    expect(drop('11:00', [], two)['Bay 1']).toBe('clear Bay 1 Marco');
    expect(drop('11:00', [])['Bay 1']).toBe('clear Bay 1 Priya');
  });

  it('say exactly what the rulebook says about the claims they would send, on random days', () => {
    let blocked = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const throws = dice(seed);
      const facts = randomContext(throws);
      const index = busyIndexOf(facts);
      const work = { ...randomNeeds(throws, facts), after: minutes(throws.pick([0, 30])) };
      const start = addMinutes(at('07:00'), 15 * throws.int(0, 120));
      const time = { start, end: addMinutes(start, work.duration) };
      const had = throws.chance(50) ? [lead('tech0'), inBay('bay0')] : [];
      for (const one of judgeLanes(index, work, time, had)) {
        expect({ seed, verdict: judge({ ...time, claims: one.claims }, work, index) }).toEqual({
          seed,
          verdict: one.verdict,
        });
        expect(judgeLane(index, work, { ...time, lane: one.resourceId }, had)).toEqual(one);
        if (one.verdict.level === 'block') blocked += 1;
      }
    }
    expect(blocked).toBeGreaterThan(500);
  });
});
