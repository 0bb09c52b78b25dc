import { describe, expect, it } from 'vitest';
import {
  autoBooking,
  EMERGENCY_DAYS,
  higher,
  kindOfSeverity,
  priorityOf,
  type AlertSeverity,
} from '../../../core/domain/policy/auto-book.ts';
import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import type { AppointmentKind } from '../../../core/domain/work/service-type.ts';

const NOW = instant(Date.UTC(2026, 10, 23, 7));
const SEVERITIES: readonly AlertSeverity[] = ['low', 'medium', 'high', 'critical'];
const MODES: readonly AppointmentKind['autoBook'][] = ['never', 'critical-alerts', 'next-slot'];

interface Row {
  readonly severity: AlertSeverity;
  readonly autoBook: AppointmentKind['autoBook'];
  readonly on: boolean;
  readonly days: number;
}
const ROWS: readonly Row[] = SEVERITIES.flatMap((severity) =>
  MODES.flatMap((autoBook) =>
    [true, false].flatMap((on) => [0, 1, 7].map((days) => ({ severity, autoBook, on, days }))),
  ),
);

/** The table of the mission, written down a second time. */
function expected({ severity, autoBook, on, days }: Row): object {
  const no = (why: string) => ({ book: false, reason: { why } });
  const yes = (choose: string, count: number) => {
    return { book: true, choose, within: { from: NOW, to: addMinutes(NOW, count * 24 * 60) } };
  };
  if (autoBook === 'never') return no('kind-by-hand');
  if (autoBook === 'critical-alerts' && severity !== 'critical') return no('not-critical');
  if (!on) return no('switched-off');
  if (autoBook === 'next-slot') return yes('earliest', EMERGENCY_DAYS);
  return days === 0 ? no('no-days') : yes('best', days);
}

describe('booking by itself', () => {
  it.each(ROWS)('severity $severity, kind $autoBook, switch $on, $days days', (row) => {
    const policy = { autoBook: row.on, autoBookDays: row.days };
    const answer = autoBooking(policy, { name: 'Kind', autoBook: row.autoBook }, priorityOf(row.severity), NOW);
    expect(answer).toMatchObject(expected(row));
  });

  it('is missed only where the kind would have booked', () => {
    const wanted = (on: boolean, autoBook: AppointmentKind['autoBook'], severity: AlertSeverity) => {
      const answer = autoBooking({ autoBook: on, autoBookDays: 7 }, { name: '', autoBook }, priorityOf(severity), NOW);
      return answer.book || answer.wanted;
    };
    expect(wanted(false, 'critical-alerts', 'critical')).toBe(true);
    expect(wanted(false, 'next-slot', 'low')).toBe(true);
    expect(wanted(false, 'critical-alerts', 'high')).toBe(false);
    expect(wanted(true, 'never', 'critical')).toBe(false);
  });
});

describe('severity', () => {
  it.each([
    ['low', 'low'],
    ['medium', 'normal'],
    ['normal', 'normal'],
    ['high', 'high'],
    ['critical', 'urgent'],
    ['urgent', 'urgent'],
    ['emergency', 'urgent'],
  ] as const)('%s is priority %s', (severity, priority) => {
    expect(priorityOf(severity)).toBe(priority);
  });

  it.each([
    ['low', null],
    ['medium', null],
    ['normal', null],
    ['high', null],
    ['critical', 'repair'],
    ['urgent', 'repair'],
    ['emergency', 'emergency'],
  ] as const)('%s asks by itself for the kind %s', (severity, kind) => {
    expect(kindOfSeverity(severity)).toBe(kind);
  });

  it('is raised and never lowered by another', () => {
    expect(higher('low', 'urgent')).toBe('urgent');
    expect(higher('urgent', 'low')).toBe('urgent');
    expect(higher('high', 'high')).toBe('high');
  });
});
