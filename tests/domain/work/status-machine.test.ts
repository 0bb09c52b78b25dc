import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, MINUTE, minutes } from '../../../core/domain/time/instant.ts';
import type { AppointmentState, AppointmentStatus } from '../../../core/domain/work/appointment.ts';
import { busyRange, canBecome, nextStatuses, occupies } from '../../../core/domain/work/status-machine.ts';
import { at } from '../board/a-context.ts';

const STATUSES: readonly AppointmentStatus[] = [
  'requested',
  'held',
  'confirmed',
  'in-progress',
  'completed',
  'cancelled',
  'no-show',
];
const FINAL: readonly AppointmentStatus[] = ['completed', 'cancelled', 'no-show'];
const status = fc.constantFrom(...STATUSES);
const moment = fc.integer({ min: at('00:00'), max: at('24:00') }).map((milliseconds) => instant(milliseconds));

const state: fc.Arbitrary<AppointmentState> = fc.oneof(
  fc.record({ status: fc.constant('requested' as const), approval: fc.constantFrom('none', 'pending', 'approved') }),
  fc.record({ status: fc.constant('held' as const), until: moment }),
  fc.record({ status: fc.constant('confirmed' as const) }),
  fc.record({ status: fc.constant('in-progress' as const), startedAt: moment }),
  fc.record({ status: fc.constant('completed' as const), startedAt: moment, endedAt: moment }),
  fc.record({ status: fc.constant('cancelled' as const), at: moment, by: fc.constant('Ada'), reason: fc.constant('') }),
  fc.record({ status: fc.constant('no-show' as const), at: moment }),
);

describe('the status machine', () => {
  it('allows exactly the moves of the table', () => {
    const allowed = STATUSES.flatMap((from) =>
      STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} > ${to}`),
    );
    expect(allowed.toSorted()).toEqual(
      [
        'requested > held',
        'requested > confirmed',
        'requested > cancelled',
        'held > confirmed',
        'held > requested',
        'held > cancelled',
        'confirmed > in-progress',
        'confirmed > cancelled',
        'confirmed > no-show',
        'in-progress > completed',
        'in-progress > confirmed',
      ].toSorted(),
    );
  });

  it('never stays in place and offers what it allows', () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        expect(canBecome(from, from)).toBe(false);
        expect(nextStatuses(from).includes(to)).toBe(canBecome(from, to));
      }),
    );
  });

  it('keeps a final status on every walk, and every walk can still end', () => {
    fc.assert(
      fc.property(fc.array(status, { maxLength: 30 }), (wishes) => {
        let now: AppointmentStatus = 'requested';
        let ended: AppointmentStatus | null = null;
        for (const wish of wishes) {
          if (canBecome(now, wish)) now = wish;
          ended ??= FINAL.includes(now) ? now : null;
        }
        expect(ended ?? now).toBe(now);
        expect(reachable(now).some((end) => FINAL.includes(end))).toBe(true);
      }),
    );
  });

  it('occupies while held in time, confirmed or in progress, and at no other time', () => {
    fc.assert(
      fc.property(state, moment, (of, now) => {
        const expected = of.status === 'held' ? of.until > now : ['confirmed', 'in-progress'].includes(of.status);
        expect(occupies({ state: of }, now)).toBe(expected);
      }),
    );
  });

  it('is busy over the buffers, and over an overrun until now', () => {
    const buffer = fc.integer({ min: 0, max: 60 }).map((count) => minutes(count));
    fc.assert(
      fc.property(state, moment, buffer, buffer, (of, now, before, after) => {
        const range = busyRange({ start: at('09:00'), end: at('10:00'), before, after, state: of }, now);
        const end = of.status === 'in-progress' ? Math.max(at('10:00'), now) : at('10:00');
        expect(range).toEqual({ from: at('09:00') - before * MINUTE, to: end + after * MINUTE });
      }),
    );
  });
});

function reachable(from: AppointmentStatus): readonly AppointmentStatus[] {
  const seen = new Set<AppointmentStatus>([from]);
  for (const one of seen) for (const next of nextStatuses(one)) seen.add(next);
  return [...seen];
}
