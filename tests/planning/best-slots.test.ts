import { describe, expect, it } from 'vitest';
import { busyIndexOf } from '../../core/domain/board/busy-index.ts';
import type { PlacementContext } from '../../core/domain/board/placement-context.ts';
import { minutes, minutesBetween } from '../../core/domain/time/instant.ts';
import { bestSlots } from '../../core/planning/slots/best-slots.ts';
import { confidenceOf } from '../../core/planning/slots/confidence.ts';
import type { SlotRequest } from '../../core/planning/slots/request.ts';
import { at, bay, busy, context, needs, part, resource, span, technician } from '../domain/board/a-context.ts';

const engine = needs({ skills: [{ skill: 'Engine', level: 2 }], capabilities: ['lift'] });

function slots(facts: Partial<PlacementContext>, more: Partial<SlotRequest> = {}) {
  return bestSlots(busyIndexOf(context(facts)), { needs: engine, count: 3, ...more });
}

function times(facts: Partial<PlacementContext>, more: Partial<SlotRequest> = {}): readonly string[] {
  return slots(facts, more).suggestions.map(
    (slot) =>
      `${slot.technician?.name ?? '-'} ${new Date(slot.start).toISOString().slice(11, 16)} ${slot.bay?.name ?? '-'}`,
  );
}

const priya = technician('Priya');
const lift = bay('Bay 1');

describe('the best slots', () => {
  it('are as early as can be, an hour apart, or in another half day', () => {
    expect(times({ technicians: [priya], bays: [lift] })).toEqual([
      'Priya 08:00 Bay 1',
      'Priya 09:00 Bay 1',
      'Priya 10:00 Bay 1',
    ]);
    const gap = technician('Priya', { busy: [busy('Clutch', '08:00', '11:00'), busy('Brakes', '13:30', '17:00')] });
    expect(times({ technicians: [gap], bays: [lift] })).toEqual(['Priya 11:00 Bay 1', 'Priya 12:30 Bay 1']);
  });

  it('begin now, rounded up to the grid', () => {
    expect(times({ now: at('09:01'), technicians: [priya], bays: [lift] })[0]).toBe('Priya 09:15 Bay 1');
    expect(times({ now: at('09:01'), technicians: [priya], bays: [lift] }, { step: minutes(5) })[0]).toBe(
      'Priya 09:05 Bay 1',
    );
  });

  it('stay in the range they are asked for', () => {
    expect(times({ technicians: [priya], bays: [lift] }, { within: span('14:05', '15:15') })).toEqual([
      'Priya 14:15 Bay 1',
    ]);
  });

  it('gather round a wanted start', () => {
    const offered = times({ technicians: [priya, technician('Marco')], bays: [lift] }, { near: at('14:00') });
    expect(offered.slice(0, 2)).toEqual(['Marco 14:00 Bay 1', 'Priya 14:00 Bay 1']);
  });

  it('take the bay with the least to spare, and the one that is free', () => {
    const special = bay('Bay 0', { capabilities: ['lift', 'alignment'] });
    expect(times({ technicians: [priya], bays: [special, lift] })[0]).toBe('Priya 08:00 Bay 1');
    const taken = bay('Bay 1', { busy: [busy('Clutch', '08:00', '17:00')] });
    expect(times({ technicians: [priya], bays: [special, taken] })[0]).toBe('Priya 08:00 Bay 0');
  });

  it('take no bay for work that needs none, and nobody for a room alone', () => {
    expect(times({ technicians: [priya], bays: [lift] }, { needs: needs() })[0]).toBe('Priya 08:00 -');
    expect(times({ technicians: [priya], bays: [lift] }, { withTechnician: false })[0]).toBe('- 07:00 Bay 1');
  });

  it('wait for the part, and say so', () => {
    const plug = {
      partId: part('plug'),
      name: 'Spark plug',
      lots: [{ at: at('13:00'), quantity: 1 }],
      taken: [],
      leadTimeDays: 2,
    };
    const work = { ...engine, parts: [{ partId: part('plug'), quantity: 1 }] };
    const [first] = slots({ technicians: [priya], bays: [lift], parts: [plug] }, { needs: work }).suggestions;
    expect(first?.start).toBe(at('13:00'));
    expect(first?.facts).toContainEqual({ fact: 'parts-arrive', part: 'Spark plug', at: at('13:00'), cost: 0 });
  });

  it('carry facts whose costs add up to the score', () => {
    const [first] = slots(
      { technicians: [priya], bays: [lift] },
      { needs: { ...engine, due: at('08:30') }, near: at('08:00') },
    ).suggestions;
    expect(first?.facts.map((fact) => fact.fact)).toEqual([
      'skill',
      'no-travel',
      'under-target',
      'bay-capability',
      'waits',
      'late',
    ]);
    const sum = first?.facts.reduce((all, fact) => all + fact.cost, 0) ?? 0;
    // 60 minutes' wait at 0.05, 30 minutes late at 1, 60 of 510 minutes of the fair share at 10.
    expect(sum).toBeCloseTo(3 + 30 + (10 * 60) / 510, 6);
    expect(first?.score).toBeCloseTo(sum, 2);
  });

  it('tell cautions and dislike them', () => {
    const short = { kind: 'Repair', shortest: minutes(90), longest: minutes(120) };
    const [first] = slots(
      { technicians: [priya], bays: [lift] },
      { needs: { ...engine, durationRange: short } },
    ).suggestions;
    expect(first?.cautions.map((one) => one.reason.rule)).toEqual(['duration-range']);
    expect(first?.facts).toContainEqual({ fact: 'cautions', cautions: 1, cost: 120 });
  });

  it('are none when the days are over, and nobody is blamed', () => {
    const answer = slots({ now: at('23:59'), technicians: [priya], bays: [lift] });
    expect(answer.suggestions).toEqual([]);
    expect(answer.excluded.map((one) => one.because)).toEqual(['no-free-time', 'no-free-time']);
    expect(answer.examined).toBe(0);
  });

  it('are the same length as the work', () => {
    for (const slot of slots({ technicians: [priya], bays: [lift] }).suggestions)
      expect(minutesBetween(slot.start, slot.end)).toBe(60);
  });
});

describe('who is not offered', () => {
  it('is told the first rule that excludes them', () => {
    const answer = slots(
      {
        technicians: [
          priya,
          technician('Forbidden'),
          technician('Learner', { skills: [{ skill: 'Engine', level: 1, expiresOn: null }] }),
          technician('Away', { absences: [{ ...span('00:00', '24:00'), why: 'absence', name: 'Holiday' }] }),
          technician('Off', { shifts: [] }),
          technician('Full', { busy: [busy('Clutch', '08:00', '12:00'), busy('Brakes', '12:30', '17:00')] }),
          technician('Tired', { dailyMaximum: 1, busy: [busy('Clutch', '08:00', '09:00')] }),
          technician('Later', { busy: [busy('Clutch', '08:00', '16:00')] }),
        ],
        bays: [
          lift,
          bay('Bare', { capabilities: [] }),
          bay('Taken', { busy: [busy('Clutch', '07:00', '18:00')] }),
          bay('Twin', { capabilities: ['lift', 'alignment'] }),
        ],
      },
      { needs: { ...engine, forbiddenTechnicians: [resource('Forbidden')] } },
    );
    const because = Object.fromEntries(
      answer.excluded.map((one) => [
        one.name,
        typeof one.because === 'string' ? one.because : `${one.because.rule} ${one.because.why}`,
      ]),
    );
    expect(because).toEqual({
      Forbidden: 'forbidden-technician forbidden',
      Learner: 'skills too-low',
      Away: 'on-shift absence',
      Off: 'on-shift no-shift',
      Full: 'technician-free double-use',
      Tired: 'daily-maximum reached',
      Later: 'outranked',
      Bare: 'bay-capable missing',
      Taken: 'bay-free double-use',
      Twin: 'outranked',
    });
  });

  it('is told of the work when nobody could do it', () => {
    const gone = slots(
      { technicians: [priya], bays: [lift] },
      { needs: { ...engine, windows: [span('05:00', '06:00')] } },
    );
    expect(gone.excluded[0]?.because).toMatchObject({ rule: 'promised-window', why: 'outside' });
    const noBay = slots({ technicians: [priya], bays: [] });
    expect(noBay.excluded[0]?.because).toMatchObject({ rule: 'bay-capable', why: 'no-bay' });
    const taken = slots({ technicians: [priya], bays: [bay('Bay 1', { busy: [busy('Clutch', '07:00', '18:00')] })] });
    expect(taken.excluded.map((one) => one.because)).toMatchObject([
      { rule: 'bay-free', title: 'Clutch' },
      { rule: 'bay-free', title: 'Clutch' },
    ]);
  });
});

describe('confidence', () => {
  it('is the mean of margin and slack, each half at 30 minutes, and 1 when nothing presses', () => {
    expect(confidenceOf(Infinity, Infinity)).toBe(1);
    expect(confidenceOf(0, 0)).toBe(0);
    expect(confidenceOf(30, 90)).toBe(0.63);
    expect(confidenceOf(-5, 30)).toBe(0.25);
  });

  it('rises with the room after the slot', () => {
    const tight = technician('Priya', { busy: [busy('Clutch', '09:00', '17:00')] });
    const roomy = technician('Priya', { busy: [busy('Clutch', '11:00', '17:00')] });
    const ask = (one: typeof tight): number =>
      slots({ technicians: [one], bays: [lift] }, { count: 1, within: span('08:00', '08:15') }).suggestions[0]
        ?.confidence ?? 0;
    expect(ask(roomy)).toBeGreaterThan(ask(tight));
  });
});
