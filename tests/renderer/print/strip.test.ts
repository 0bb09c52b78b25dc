import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import { stripOf } from '../../../renderer/print/strip.ts';
import { dayOf, job, sheet } from './sheets.ts';

const DAY = dayOf('2026-11-23');

describe('the strip of the day', () => {
  it('runs over the full hours around the shift', () => {
    const strip = stripOf(sheet({ shifts: [DAY.span('07:30', '16:30')] }), DAY);
    expect(strip.hours.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(strip.hours.at(-1)?.at).toBe(1);
    expect(strip.shifts).toEqual([{ from: 0.05, to: 0.95 }]);
  });

  it('widens for work and drives outside the shift', () => {
    const late = job(DAY.span('16:00', '18:10'), { address: 'Depot Vestby' });
    const drive = { kind: 'travel', to: '', travel: minutes(40), kilometres: 12, afterBreak: null } as const;
    const lines = [{ kind: 'job', job: late } as const, drive];
    const strip = stripOf(sheet({ shifts: [DAY.span('08:00', '17:00')], lines }), DAY);
    expect(strip.hours.map(({ hour }) => hour).at(-1)).toBe(19);
    expect(strip.drives[0]?.from).toBeCloseTo(strip.blocks[0]?.to ?? -1);
  });

  it('ends a drive when one has to be there', () => {
    const there = job(DAY.span('08:30', '10:00'), { address: 'E18', beThere: DAY.at('08:15') });
    const drive = { kind: 'travel', to: 'E18', travel: minutes(15), kilometres: 12, afterBreak: null } as const;
    const strip = stripOf(
      sheet({ shifts: [DAY.span('08:00', '10:00')], lines: [drive, { kind: 'job', job: there }] }),
      DAY,
    );
    expect(strip.drives).toEqual([{ from: 0, to: 0.125 }]);
  });

  it('shows ordinary hours on a day nobody works', () => {
    expect(stripOf(sheet(), DAY).hours.map(({ hour }) => hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });

  it('leaves out the hour that does not come in spring, and shows the one twice that comes twice in autumn', () => {
    const night = (date: string) => {
      const day = dayOf(date);
      return stripOf(sheet({ shifts: [day.span('00:00', '06:00')] }), day).hours.map(({ hour }) => hour);
    };
    expect(night('2026-03-29')).toEqual([0, 1, 3, 4, 5, 6]);
    expect(night('2026-10-25')).toEqual([0, 1, 2, 2, 3, 4, 5, 6]);
  });

  it('stays right where the clocks change by half an hour', () => {
    const day = dayOf('2026-04-05', 'Australia/Lord_Howe' as ZoneId);
    const { hours } = stripOf(sheet({ shifts: [day.span('00:00', '05:00')] }), day);
    expect(hours.map(({ hour }) => hour)).toEqual([0, 1, 2, 3, 4, 5]);
    expect((hours[2]?.at ?? 0) - (hours[1]?.at ?? 0)).toBeCloseTo(((hours[1]?.at ?? 0) - (hours[0]?.at ?? 0)) * 1.5);
  });

  it('shares its height between jobs at the same time only', () => {
    const jobs = [DAY.span('08:00', '10:00'), DAY.span('09:00', '11:00'), DAY.span('12:00', '13:00')];
    const lines = jobs.map((range) => ({ kind: 'job', job: job(range) }) as const);
    const { blocks } = stripOf(sheet({ lines }), DAY);
    expect(blocks.map(({ row, rows }) => [row, rows])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });
});
