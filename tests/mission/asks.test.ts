import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../core/domain/organization/organization.ts';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import catalogue from '../../resources/sample/catalogue.json' with { type: 'json' };
import { openStage } from '../builders/use-world.ts';

describe('what the mission gives in numbers', () => {
  it('are the defaults: six a day, half an hour between, a quarter of an hour held, a week to book in, a day to remind', () => {
    expect(DEFAULT_POLICY).toMatchObject({
      dailyMaximum: 6,
      bufferBefore: 0,
      bufferAfter: 30,
      holdMinutes: 15,
      autoBook: true,
      autoBookDays: 7,
      reminderHours: 24,
      cancellation: { freeUntil: 24 * 60 },
    });
  });

  it('are the four kinds of appointment with their lengths, priorities and when they book themselves', () => {
    const kinds = catalogue.kinds.map((kind) => [kind.shortest, kind.longest, kind.priority, kind.autoBook]);
    expect(kinds).toEqual([
      [60, 120, 'low', 'never'],
      [120, 180, 'normal', 'never'],
      [180, 300, 'high', 'critical-alerts'],
      [60, 120, 'urgent', 'next-slot'],
    ]);
  });
});

describe('an interview', () => {
  it('keeps organizer, interviewers and candidate, and claims whom and what it needs', async () => {
    const stage = await openStage();
    const person = { email: '', phone: '', response: 'none' as const };
    const participants = [
      { ...person, name: 'Astrid', role: 'organizer' as const },
      { ...person, name: 'Bjarne', role: 'interviewer' as const },
      { ...person, name: 'Camilla', role: 'interviewer' as const },
      { ...person, name: 'David', role: 'attendee' as const, response: 'accepted' as const },
    ];
    const id = await stage.book({ title: 'Technical interview', participants });
    const row = await stage.appointment(id);
    expect(row.participants).toEqual(participants);
    expect([row.workOrderId, row.serviceTypeId, row.customerId]).toEqual([null, null, null]);
  });
});

describe('what is looked up all the time', () => {
  const LOOK_UPS = [
    'select * from claims where resource_id = ? and busy_from < ? and busy_to > ? and occupying = 1',
    'select * from appointments where location_id = ? and busy_from < ? and busy_to > ?',
    `select * from appointments where location_id = ? and status = 'held'`,
    'select * from appointments where work_order_id = ?',
    'select * from appointments where series_id = ?',
    'select * from reservations where appointment_id = ?',
    'select * from absences where resource_id = ? and ends_at > ?',
    'select * from op_log where entity = ? and row_id = ?',
  ];

  it('goes through an index, and nothing is read from end to end', async () => {
    const stage = await openStage();
    const database = new DatabaseSync(`${stage.folder}/laneway.sqlite`, { readOnly: true });
    try {
      const plans = LOOK_UPS.map((text) => database.prepare(`explain query plan ${text}`).all()[0]?.['detail']);
      expect(plans.filter((plan) => !String(plan).startsWith('SEARCH'))).toEqual([]);
      expect(String(database.prepare('explain query plan select * from claims').all()[0]?.['detail'])).toMatch(/^SCAN/);
    } finally {
      database.close();
    }
  });
});

describe('the packages it needs', () => {
  it('are pinned: one exact version each, the one that the lock has, with its checksum', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const named = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const locked = new Map<string, { readonly version?: string; readonly integrity?: string }>(
      Object.entries(lock.packages),
    );
    const pinned = named.filter(([name, version]) => {
      const entry = locked.get(`node_modules/${name}`);
      return /^\d+\.\d+\.\d+/.test(version) && entry?.version === version && entry.integrity !== undefined;
    });
    expect(named.length).toBeGreaterThan(20);
    expect(pinned).toEqual(named);
  });
});
