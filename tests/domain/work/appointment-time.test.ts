import { describe, expect, it } from 'vitest';
import { addMinutes, instant, range } from '../../../core/domain/time/instant.ts';
import type { AppointmentState } from '../../../core/domain/work/appointment.ts';
import {
  actualDuration,
  begunAt,
  scheduledDuration,
  slotOf,
  workedRange,
} from '../../../core/domain/work/appointment-time.ts';
import { canBeCancelled, canBeRescheduled, remainingReschedules } from '../../../core/domain/work/change-limits.ts';

const nine = instant(Date.UTC(2026, 10, 23, 8));
const at = (minutes: number) => addMinutes(nine, minutes);
const timed = (state: AppointmentState) => ({ start: nine, end: at(60), state });
const confirmed: AppointmentState = { status: 'confirmed' };
const underway: AppointmentState = { status: 'in-progress', startedAt: at(5) };
const completed: AppointmentState = { status: 'completed', startedAt: at(5), endedAt: at(80) };
const cancelled: AppointmentState = { status: 'cancelled', at: nine, by: 'Kari', reason: '' };
const limit = (state: AppointmentState, rescheduleCount: number, rescheduleLimit: number | null) => ({
  state,
  rescheduleCount,
  rescheduleLimit,
});

describe('planned and actual time', () => {
  it('knows the planned length always, the actual one when it is over', () => {
    expect(scheduledDuration(timed(completed))).toBe(60);
    expect(actualDuration(timed(completed))).toBe(75);
    expect(actualDuration(timed(underway))).toBeNull();
    expect(slotOf(timed(confirmed))).toEqual(range(nine, at(60)));
  });

  it('begins when somebody said so', () => {
    expect(begunAt(timed(confirmed))).toBe(nine);
    expect(begunAt(timed(underway))).toBe(at(5));
  });

  it('is worked on until now while it overruns', () => {
    expect(workedRange(timed(underway), at(30))).toEqual(range(at(5), at(60)));
    expect(workedRange(timed(underway), at(90))).toEqual(range(at(5), at(90)));
    expect(workedRange(timed(completed), at(500))).toEqual(range(at(5), at(80)));
    expect(workedRange(timed(confirmed), at(500))).toEqual(range(nine, at(60)));
  });
});

describe('what may still be changed', () => {
  it('can be cancelled before the work starts', () => {
    expect(canBeCancelled({ state: confirmed })).toBe(true);
    for (const state of [underway, completed, cancelled]) expect(canBeCancelled({ state })).toBe(false);
  });

  it('counts the reschedules that are left, without a limit none', () => {
    expect(remainingReschedules({ rescheduleCount: 1, rescheduleLimit: 3 })).toBe(2);
    expect(remainingReschedules({ rescheduleCount: 4, rescheduleLimit: 3 })).toBe(0);
    expect(remainingReschedules({ rescheduleCount: 4, rescheduleLimit: null })).toBeNull();
  });

  it('can be rescheduled until the limit is used up or the work starts', () => {
    expect(canBeRescheduled(limit(confirmed, 2, 3))).toBe(true);
    expect(canBeRescheduled(limit(confirmed, 3, 3))).toBe(false);
    expect(canBeRescheduled(limit(confirmed, 300, null))).toBe(true);
    for (const state of [underway, completed, cancelled]) expect(canBeRescheduled(limit(state, 0, null))).toBe(false);
  });
});
