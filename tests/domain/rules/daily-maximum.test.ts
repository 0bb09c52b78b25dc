import { describe, expect, it } from 'vitest';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { appointment, busy, lead, placed, span, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const two = [busy('Clutch', '08:00', '09:00'), busy('Brakes', '18:00', '19:00')];
const date = localDate('2026-03-02');
const shifts = [span('08:00', '12:00'), span('18:00', '22:00')].map((one) => ({ ...one, date, closed: [] }));

const one = (dailyMaximum: number): Case => ({
  rule: 'daily-maximum',
  facts: { technicians: [technician('Priya', { dailyMaximum, shifts, busy: two })] },
  placement: placed('09:00', 60, lead('Priya')),
});

describe('the daily maximum', () => {
  it('lets the last one in', () => {
    expect(ask(one(3))).toEqual([]);
  });

  it('keeps the next one out, counting all shifts of the date', () => {
    expect(reasonsFor(one(2))[0]).toMatchObject({ severity: 'block', why: 'reached', booked: 2, maximum: 2 });
  });

  it('does not count the appointment that moves', () => {
    expect(ask({ ...one(2), needs: { appointmentId: appointment('Brakes') } })).toEqual([]);
  });

  it('does not count another date', () => {
    const other = [
      { ...span('08:00', '12:00'), date, closed: [] },
      { ...span('18:00', '22:00'), date: localDate('2026-03-03'), closed: [] },
    ];
    const facts = { technicians: [technician('Priya', { dailyMaximum: 2, shifts: other, busy: two })] };
    expect(ask({ ...one(2), facts })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one(2), severity: 'caution' })).toEqual(['caution reached']);
  });
});
