import { describe, expect, it } from 'vitest';
import { instant, minutes } from '../../../../core/domain/time/instant.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import { localDateOf } from '../../../../core/domain/time/local-time.ts';
import { dueMark } from '../../../../renderer/panels/tray/due.ts';
import { OSLO, zones } from '../zones.ts';
import { item } from './items.ts';

// Monday 23 November 2026, 09:24 in Oslo.
const NOW = instant(Date.UTC(2026, 10, 23, 8, 24));
const sight = {
  now: NOW,
  today: localDate('2026-11-23'),
  dateOf: (at: ReturnType<typeof instant>) => localDateOf(zones, OSLO, at),
};
const at = (day: number, hour: number, minute = 0) => instant(Date.UTC(2026, 10, day, hour - 1, minute));
const mark = (due: ReturnType<typeof instant> | null, duration = 60) =>
  dueMark(item({ due, duration: minutes(duration) }), sight);

describe('the due chip', () => {
  it('is missing where nothing was promised', () => {
    expect(mark(null)).toBeNull();
  });

  it('tells an overdue promise in red and by how much', () => {
    expect(mark(at(23, 9, 4))).toEqual({ kind: 'overdue', tone: 'bad', by: 20 });
    expect(mark(NOW)).toEqual({ kind: 'overdue', tone: 'bad', by: 0 });
  });

  it('is amber today, and red when the work no longer fits before it', () => {
    expect(mark(at(23, 17))).toMatchObject({ kind: 'today', tone: 'warn' });
    expect(mark(at(23, 10), 60)).toMatchObject({ kind: 'today', tone: 'bad' });
  });

  it('is amber tomorrow with its time, plain the day after', () => {
    expect(mark(at(24, 17))).toMatchObject({ kind: 'soon', tone: 'warn', date: '2026-11-24' });
    expect(mark(at(25, 12))).toMatchObject({ kind: 'soon', tone: 'plain', date: '2026-11-25' });
  });

  it('counts days on the location’s calendar, not in stretches of 24 hours', () => {
    // 00:30 on Tuesday in Oslo is still Monday in UTC.
    expect(mark(at(24, 0, 30))).toMatchObject({ kind: 'soon', date: '2026-11-24' });
  });

  it('names the weekday within a week and the date beyond it', () => {
    expect(mark(at(27, 12))).toMatchObject({ kind: 'week', tone: 'plain', date: '2026-11-27' });
    expect(mark(at(30, 12))).toMatchObject({ kind: 'later', tone: 'plain', date: '2026-11-30' });
  });
});
