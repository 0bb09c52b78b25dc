import { describe, expect, it } from 'vitest';
import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import { factsFor } from '../../../core/domain/board/facts-for.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { at, bay, busy, context, inBay, lead, needs, NORTH, part, placed, resource, technician } from './a-context.ts';

const index = busyIndexOf(
  context({
    technicians: [
      technician('Priya', { busy: [busy('Clutch', '08:00', '09:00'), busy('Misfire at idle', '13:30', '14:30')] }),
    ],
    bays: [bay('Bay 1', { capabilities: ['lift', 'alignment'] })],
    parts: [
      {
        partId: part('plug'),
        name: 'Spark plug',
        lots: [{ at: at('00:00'), quantity: 4 }],
        taken: [],
        leadTimeDays: 1,
      },
      { partId: part('coil'), name: 'Coil', lots: [{ at: at('09:30'), quantity: 1 }], taken: [], leadTimeDays: 1 },
    ],
  }),
);

describe('the facts of a placement', () => {
  it('name skill, bay, parts and the next work that stays', () => {
    const work = needs({
      skills: [{ skill: 'Engine', level: 1 }],
      capabilities: ['lift'],
      parts: [
        { partId: part('plug'), quantity: 4 },
        { partId: part('coil'), quantity: 1 },
      ],
      due: at('12:00'),
      preferredTechnicians: [resource('Priya')],
    });
    const facts = factsFor(placed('10:00', 60, lead('Priya'), inBay('Bay 1')), work, index);
    expect(facts).toMatchObject([
      { fact: 'skill', skill: 'Engine', level: 2 },
      { fact: 'no-travel' },
      { fact: 'preferred-technician' },
      { fact: 'under-target', share: 180 / 510 },
      { fact: 'next-unchanged', title: 'Misfire at idle', start: at('13:30') },
      { fact: 'bay-capability', capability: 'lift' },
      { fact: 'spare-capabilities', bay: 'Bay 1', spare: 1 },
      { fact: 'waits', minutes: 180 },
      { fact: 'in-time', due: at('12:00') },
      { fact: 'parts-here', parts: 1 },
      { fact: 'parts-arrive', part: 'Coil', at: at('09:30') },
    ]);
  });

  it('count the drive there and back, less the one it replaces', () => {
    const away = needs({ place: { address: '', coordinates: NORTH } });
    expect(factsFor(placed('10:00', 60, lead('Priya')), away, index)).toContainEqual({
      fact: 'travel',
      extra: 46,
      cost: 46,
    });
  });

  it('are silent about the next work when the drive to it does not fit', () => {
    const away = needs({ place: { address: '', coordinates: NORTH } });
    const late = factsFor(placed('12:30', 40, lead('Priya')), away, index);
    expect(late.some((fact) => fact.fact === 'next-unchanged')).toBe(false);
  });

  it('tell lateness by priority, other people than wanted, an overfull day and the wanted start', () => {
    const work = needs({
      due: at('10:30'),
      priority: 'high',
      preferredTechnicians: [resource('Marco')],
      duration: minutes(480),
    });
    const facts = factsFor(placed('09:00', 480, lead('Priya')), work, index, { near: at('08:30'), cautions: 2 });
    expect(facts).toContainEqual({ fact: 'late', minutes: 390, cost: 4 * 390 });
    expect(facts).toContainEqual({ fact: 'not-preferred-technician', cost: 20 });
    expect(facts).toContainEqual({ fact: 'from-wanted', minutes: 30, cost: 30 });
    expect(facts).toContainEqual({ fact: 'cautions', cautions: 2, cost: 240 });
    expect(facts.find((fact) => fact.fact === 'over-target')?.cost).toBeCloseTo((10 * 600) / 510 + 90, 6);
  });
});
