import { describe, expect, it } from 'vitest';
import { travelMinutes } from '../../../../core/domain/board/travel.ts';
import type { Instant } from '../../../../core/domain/time/instant.ts';
import { weekdayOf } from '../../../../core/domain/time/local-date.ts';
import { toLocal } from '../../../../core/domain/time/local-time.ts';
import type { Appointment } from '../../../../core/domain/work/appointment.ts';
import { claims, inHours, isOpen, lengthOf, minutesOf, startsInside, takesTime } from './by-hand.ts';
import { randomOrganization } from './random-organization.ts';
import { ask, sum } from './ask-report.ts';

const isFirst = ({ segment }: Appointment): boolean => (segment?.ordinal ?? 1) === 1;
const isWork = ({ workOrderId, serviceTypeId }: Appointment): boolean => workOrderId !== null || serviceTypeId !== null;

describe('a report, recomputed the slow way from the rows', () => {
  it('utilisation: every minute of every day, for every resource', async () => {
    const organization = await randomOrganization('utilisation');
    const { resources, appointments, happenings, now } = organization;
    const { rows, total } = await ask(organization, 'utilisation');
    const walls = minutesOf(organization);
    let [booked, open] = [0, 0];
    for (const resource of resources) {
      const taking = [
        ...appointments
          .filter((one) => takesTime(one, now) && claims(one, resource))
          .map((one) => ({ ...one, units: 1 })),
        ...happenings.filter((one) => one.resource === resource && now < one.end),
      ];
      const days = Map.groupBy(walls, (wall) => wall.date);
      for (const [date, minutes] of days) {
        const openMinutes = resource.capacity * minutes.filter((wall) => isOpen(organization, resource, wall)).length;
        const [first, last] = [minutes[0]?.at ?? 0, minutes.at(-1)?.at ?? 0];
        const near = taking.filter((one) => one.start <= last && first < one.end);
        const bookedMinutes = sum(
          minutes.map(({ at }) => sum(near.map((one) => (one.start <= at && at < one.end ? one.units : 0)))),
        );
        booked += bookedMinutes;
        // A team is its members, whose own open minutes are counted.
        if (resource.kind !== 'team') open += openMinutes;
        const row = rows.find((one) => one.resourceId === resource.id && one.date === date);
        const none = { bookedMinutes: 0, openMinutes: 0, share: null };
        const share = openMinutes === 0 ? null : bookedMinutes / openMinutes;
        expect({ ...none, ...row }).toMatchObject({ bookedMinutes, openMinutes, share });
      }
    }
    expect(total).toEqual({ bookedMinutes: booked, openMinutes: open, share: booked / open });
    expect(booked).toBeGreaterThan(3000);
    expect(rows.find((row) => row.resource === 'Crew' && row.date === '2026-11-19')).toMatchObject({
      bookedMinutes: 2 * 90,
      openMinutes: 3 * 16 * 60,
    });
  });

  it('travel share: from home, from place to place, and home again, day by day', async () => {
    const organization = await randomOrganization('travel');
    const { appointments, resources, now, world } = organization;
    const { location } = world.rows;
    const { rows, total } = await ask(organization, 'travelShare');
    const sam = resources.find((one) => one.name === 'Sam');
    if (sam?.kind !== 'technician') throw new Error('There is no Sam');
    const home = sam.homeBase ?? location.coordinates;
    const own = appointments.filter(
      (one) => takesTime(one, now) && claims(one, sam) && startsInside(organization, one),
    );
    let drive = 0;
    for (const day of Map.groupBy(own, (one) => toLocal(world.zones, location.zone, one.start).date).values()) {
      const stops = [home, ...day.map((one) => one.place?.coordinates ?? location.coordinates), home];
      stops.slice(1).forEach((to, index) => {
        drive += travelMinutes(location.travel, stops[index] ?? home, to);
      });
    }
    const work = sum(own.map((one) => lengthOf(one.start, one.end)));
    const row = rows.find((one) => one.resourceId === sam.id);
    expect(row).toMatchObject({ driveMinutes: drive, workMinutes: work, share: drive / (drive + work) });
    expect(drive).toBeGreaterThan(100);
    expect(total.driveMinutes).toBe(sum(rows.map((one) => one.driveMinutes)));
    expect(total.share).toBe(total.driveMinutes / (total.driveMinutes + total.workMinutes));
  });

  it('overtime: every minute worked outside every shift', async () => {
    const organization = await randomOrganization('overtime');
    const { appointments, resources, now } = organization;
    const { rows, total } = await ask(organization, 'overtime');
    const walls = minutesOf(organization, 2);
    const worked = ({ state, start, end }: Appointment): readonly [Instant, Instant] => {
      if (state.status === 'completed') return [state.startedAt, state.endedAt];
      return state.status === 'in-progress' ? [state.startedAt, end > now ? end : now] : [start, end];
    };
    for (const technician of resources.filter((one) => one.kind === 'technician')) {
      const done = appointments
        .filter((one) => claims(one, technician) && startsInside(organization, one))
        .filter((one) => ['confirmed', 'in-progress', 'completed'].includes(one.state.status))
        .map(worked);
      const busy = walls.filter(({ at }) => done.some(([from, to]) => from <= at && at < to));
      const outside = busy.filter((wall) => !inHours(technician.hours, wall)).length;
      const row = rows.find((one) => one.resourceId === technician.id);
      const none = { workMinutes: 0, overtimeMinutes: 0, share: null };
      const share = busy.length === 0 ? null : outside / busy.length;
      expect({ ...none, ...row }).toMatchObject({ workMinutes: busy.length, overtimeMinutes: outside, share });
    }
    expect(rows.every((row) => row.overtimeMinutes > 0)).toBe(true);
    expect(rows).toHaveLength(3);
    expect(total.workMinutes).toBe(sum(rows.map((one) => one.workMinutes)));
  });

  it('fairness: the mean difference of all pairs of technicians', async () => {
    const organization = await randomOrganization('fairness');
    const { resources } = organization;
    const { rows, total } = await ask(organization, 'fairness');
    const { rows: days } = await ask(organization, 'utilisation');
    const booked = resources
      .filter((one) => one.kind === 'technician' && one.name !== 'Idle')
      .map(({ id }) => sum(days.filter((day) => day.resourceId === id).map((day) => day.bookedMinutes)));
    expect(rows.map((row) => row.bookedMinutes)).toEqual(booked);
    const differences = sum(booked.flatMap((a) => booked.map((b) => Math.abs(a - b))));
    expect(total.gini).toBeCloseTo(differences / (2 * booked.length * sum(booked)), 9);
  });

  it('demand: work by local weekday and hour', async () => {
    const organization = await randomOrganization('demand');
    const { world } = organization;
    const { rows, total } = await ask(organization, 'demand');
    const asked = organization.appointments.filter(
      (one) => startsInside(organization, one) && isWork(one) && isFirst(one),
    );
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      for (let hour = 0; hour < 24; hour += 1) {
        const count = asked.filter(({ start }) => {
          const local = toLocal(world.zones, world.rows.location.zone, start);
          return weekdayOf(local.date) === weekday && Math.floor(local.minute / 60) === hour;
        }).length;
        const row = rows.find((one) => one.weekday === weekday && one.hour === hour);
        expect(row?.appointments ?? 0).toBe(count);
      }
    }
    expect(total.appointments).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(30);
  });
});
