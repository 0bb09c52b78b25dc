import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { appointment, at, busy, lead, placed, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const one = (from: string, length: number, capacity = 1): Case => ({
  rule: 'technician-free',
  facts: {
    technicians: [
      technician('Priya', { capacity, busy: [busy('Clutch', '10:00', '11:00'), busy('Brakes', '10:30', '12:00')] }),
    ],
  },
  placement: placed(from, length, lead('Priya')),
});

describe('a technician', () => {
  it('is free up to the next work and after the last', () => {
    expect(ask(one('09:00', 60))).toEqual([]);
    expect(ask(one('12:00', 60))).toEqual([]);
  });

  it('is not free a minute longer, and the other work is named', () => {
    expect(reasonsFor(one('09:00', 61))[0]).toMatchObject({
      severity: 'block',
      title: 'Clutch',
      from: at('10:00'),
      to: at('11:00'),
    });
    expect(reasonsFor(one('11:59', 60))[0]).toMatchObject({ title: 'Brakes' });
  });

  it('is held by buffers', () => {
    expect(ask({ ...one('09:00', 60), needs: { after: minutes(1) } })).toEqual(['block double-use']);
    expect(ask({ ...one('12:00', 60), needs: { before: minutes(1) } })).toEqual(['block double-use']);
  });

  it('is not held by the appointment that moves', () => {
    expect(ask({ ...one('09:30', 60), needs: { appointmentId: appointment('Clutch') } })).toEqual([]);
    expect(ask({ ...one('09:31', 60), needs: { appointmentId: appointment('Clutch') } })).toEqual(['block double-use']);
  });

  it('with room for two takes a second, not a third', () => {
    expect(ask(one('09:00', 90, 2))).toEqual([]);
    expect(ask(one('09:00', 91, 2))).toEqual(['block double-use']);
    expect(ask(one('11:00', 120, 2))).toEqual([]);
  });

  it('is never double used, whatever the organization says', () => {
    expect(ask({ ...one('10:00', 60), severity: 'caution' })).toEqual(['block double-use']);
    expect(ask({ ...one('10:00', 60), severity: 'clear' })).toEqual(['block double-use']);
  });
});
