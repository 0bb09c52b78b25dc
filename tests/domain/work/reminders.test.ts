import { describe, expect, it } from 'vitest';
import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import type { Appointment, ReminderKind } from '../../../core/domain/work/appointment.ts';
import { dueReminder, withReminder } from '../../../core/domain/work/reminders.ts';

const START = instant(Date.UTC(2026, 10, 24, 9));
const before = (minutes: number) => addMinutes(START, -minutes);
const base = { start: START, state: { status: 'confirmed' }, remind: true, reminded: [] } as const;
const due = (minutes: number, more: Partial<Appointment> = {}, hours = 24): ReminderKind | null =>
  dueReminder({ ...base, ...more }, before(minutes), hours);

describe('the reminder that is due', () => {
  it.each([
    [24 * 60 + 1, null],
    [24 * 60, '1day'],
    [61, '1day'],
    [60, '1hour'],
    [16, '1hour'],
    [15, '15min'],
    [1, '15min'],
    [0, null],
    [-5, null],
  ])('%i minutes before the start is %s', (minutes, kind) => {
    expect(due(minutes)).toBe(kind);
  });

  it('begins when the policy says', () => {
    expect(due(47 * 60, {}, 48)).toBe('1day');
    expect(due(3 * 60, {}, 2)).toBeNull();
  });

  it('is none where the appointment wants none, or is not confirmed', () => {
    expect(due(60, { remind: false })).toBeNull();
    expect(due(60, { state: { status: 'requested', approval: 'none' } })).toBeNull();
    expect(due(60, { state: { status: 'in-progress', startedAt: before(70) } })).toBeNull();
  });

  it('comes once for each kind and start', () => {
    const reminded = withReminder(base, '1hour', before(60));
    expect(due(50, { reminded })).toBeNull();
    expect(due(15, { reminded })).toBe('15min');
    const moved = addMinutes(START, 120);
    expect(dueReminder({ ...base, start: moved, reminded }, addMinutes(moved, -60), 24)).toBe('1hour');
  });

  it('forgets what was sent for another start', () => {
    const reminded = withReminder(base, '1day', before(600));
    const moved = { ...base, start: addMinutes(START, 1440), reminded };
    expect(withReminder(moved, '1day', START).map((one) => one.start)).toEqual([moved.start]);
    expect(withReminder({ ...base, reminded }, '1hour', before(60)).map((one) => one.kind)).toEqual(['1day', '1hour']);
  });
});
