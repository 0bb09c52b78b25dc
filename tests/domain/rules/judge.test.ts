import { describe, expect, it } from 'vitest';
import { busyIndexOf, ignoring } from '../../../core/domain/board/busy-index.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { RULEBOOK } from '../../../core/domain/rules/rulebook.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { dice, randomContext } from '../../planning/random-context.ts';
import {
  appointment,
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

const facts = busyIndexOf(
  context({ technicians: [technician('Priya', { busy: [busy('Clutch', '09:00', '10:00')] })], bays: [bay('Bay 1')] }),
);

describe('the verdict', () => {
  it('is clear without reasons', () => {
    expect(judge(placed('10:00', 60, lead('Priya'), inBay('Bay 1')), needs(), facts)).toEqual({
      level: 'clear',
      reasons: [],
    });
  });

  it('is as bad as its worst reason and tells them in the order of the rulebook', () => {
    const short = { kind: 'Repair', shortest: minutes(90), longest: minutes(120) };
    const caution = judge(placed('10:00', 60, lead('Priya')), needs({ durationRange: short }), facts);
    expect(caution.level).toBe('caution');
    const both = judge(
      placed('09:30', 60, lead('Priya')),
      needs({ durationRange: short, forbiddenTechnicians: [resource('Priya')] }),
      facts,
    );
    expect(both.level).toBe('block');
    expect(both.reasons.map((one) => one.reason.rule)).toEqual([
      'forbidden-technician',
      'duration-range',
      'technician-free',
    ]);
  });

  it('speaks of what is claimed: a technician without a bay, a bay without a technician', () => {
    expect(
      judge(placed('09:00', 60, inBay('Bay 1')), needs({ skills: [{ skill: 'Engine', level: 3 }] }), facts).level,
    ).toBe('clear');
    expect(judge(placed('09:00', 60), needs(), facts).level).toBe('clear');
  });

  it('has a rulebook with every rule once, cautions and blocks alone', () => {
    expect(new Set(RULEBOOK).size).toBe(RULEBOOK.length);
    expect(RULEBOOK.filter((rule) => rule.defaultSeverity === 'caution').map((rule) => rule.name)).toEqual([
      'duration-range',
      'parts-wanted',
    ]);
    expect(RULEBOOK.some((rule) => rule.defaultSeverity === 'clear')).toBe(false);
  });
});

describe('an index that ignores an appointment', () => {
  it('equals one made without it', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const all = randomContext(dice(seed));
      const gone = appointment('a3');
      const rest = {
        ...all,
        technicians: all.technicians.map((one) => ({
          ...one,
          busy: one.busy.filter((claim) => claim.appointmentId !== gone),
        })),
        bays: all.bays.map((one) => ({ ...one, busy: one.busy.filter((claim) => claim.appointmentId !== gone) })),
        parts: all.parts.map((one) => ({ ...one, taken: one.taken.filter((taking) => taking.appointmentId !== gone) })),
      };
      const [quick, slow] = [ignoring(busyIndexOf(all), gone), busyIndexOf(rest)];
      expect(quick.technicians.map((lane) => [lane.busy, lane.shifts])).toEqual(
        slow.technicians.map((lane) => [lane.busy, lane.shifts]),
      );
      expect(quick.bays.map((lane) => lane.busy)).toEqual(slow.bays.map((lane) => lane.busy));
      expect([...quick.parts.values()].map((one) => one.spare)).toEqual(
        [...slow.parts.values()].map((one) => one.spare),
      );
      expect(ignoring(quick, gone)).toBe(quick);
      expect(ignoring(quick, null).technicians.map((lane) => lane.busy)).toEqual(
        busyIndexOf(all).technicians.map((lane) => lane.busy),
      );
    }
  });
});
