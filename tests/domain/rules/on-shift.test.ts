import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { at, lead, placed, span, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

/** Shift 08:00 to 17:00 with lunch 12:00 to 12:30. */
const one = (from: string, length: number): Case => ({
  rule: 'on-shift',
  facts: { technicians: [technician('Priya')] },
  placement: placed(from, length, lead('Priya')),
});

const sick = technician('Priya', { absences: [{ ...span('09:00', '24:00'), why: 'absence', name: 'Sick' }] });

describe('the shift', () => {
  it('holds work from its first to its last minute and up to the break', () => {
    for (const time of ['08:00', '11:00', '12:30', '16:00']) expect(ask(one(time, 60))).toEqual([]);
  });

  it('holds the buffers too', () => {
    const needs = { before: minutes(5), after: minutes(30) };
    expect(ask({ ...one('08:05', 60), needs })).toEqual([]);
    expect(ask({ ...one('08:04', 60), needs })).toEqual(['block before-shift']);
    expect(ask({ ...one('15:30', 60), needs })).toEqual([]);
    expect(ask({ ...one('15:31', 60), needs })).toEqual(['block after-shift']);
  });

  it('is not touched a minute too early or too late', () => {
    expect(reasonsFor(one('07:59', 60))[0]).toMatchObject({ why: 'before-shift', shiftStart: at('08:00') });
    expect(reasonsFor(one('16:01', 60))[0]).toMatchObject({ why: 'after-shift', shiftEnd: at('17:00') });
    expect(ask(one('20:00', 60))).toEqual(['block after-shift']);
    expect(ask(one('05:00', 60))).toEqual(['block before-shift']);
  });

  it('has a break that work may not run into', () => {
    expect(reasonsFor(one('11:01', 60))[0]).toMatchObject({ why: 'break', name: 'Lunch', to: at('12:30') });
    expect(ask(one('12:29', 60))).toEqual(['block break']);
  });

  it('does not count during an absence, nor outside it when there is one', () => {
    expect(ask({ ...one('08:00', 60), facts: { technicians: [sick] } })).toEqual([]);
    expect(reasonsFor({ ...one('08:01', 60), facts: { technicians: [sick] } })[0]).toMatchObject({
      why: 'absence',
      name: 'Sick',
    });
    expect(ask({ ...one('22:00', 60), facts: { technicians: [sick] } })).toEqual(['block absence']);
  });

  it('is missing on a free day', () => {
    expect(ask({ ...one('09:00', 60), facts: { technicians: [technician('Priya', { shifts: [] })] } })).toEqual([
      'block no-shift',
    ]);
  });

  it('is one shift: two that touch do not add up', () => {
    const date = localDate('2026-03-02');
    const halves = [span('08:00', '12:00'), span('12:00', '17:00')].map((half) => ({ ...half, date, closed: [] }));
    const facts = { technicians: [technician('Priya', { shifts: halves })] };
    expect(ask({ ...one('11:00', 60), facts })).toEqual([]);
    expect(ask({ ...one('11:30', 60), facts })).toEqual(['block after-shift']);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one('20:00', 60), severity: 'caution' })).toEqual(['caution after-shift']);
  });
});
