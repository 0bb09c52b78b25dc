import { describe, expect, it } from 'vitest';
import { REPORT_NAMES, REPORTS, type ReportName } from '../../../../core/contract/reports.ts';
import type { ReportOf } from '../../../../core/contract/views/report-view.ts';
import { travelMinutes } from '../../../../core/domain/board/travel.ts';
import { addMinutes, type Instant } from '../../../../core/domain/time/instant.ts';
import { weekdayOf } from '../../../../core/domain/time/local-date.ts';
import { toLocal } from '../../../../core/domain/time/local-time.ts';
import type { Appointment } from '../../../../core/domain/work/appointment.ts';
import { PRIORITIES } from '../../../../core/domain/work/service-type.ts';
import { claims, inHours, isOpen, lengthOf, minutesOf, startsInside, takesTime } from './by-hand.ts';
import { FROM, NOTICE, randomOrganization, TO, type RandomOrganization } from './random-organization.ts';

async function ask<N extends ReportName>({ world }: RandomOrganization, name: N): Promise<ReportOf<N>> {
  const view = await world.ask('report', { name, locationId: world.rows.location.id, from: FROM, to: TO });
  if (view.name !== name) throw new Error(`Asked for ${name}, got ${view.name}`);
  return view as ReportOf<N>;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const middle = (values: readonly number[]): number => {
  const [all, half] = [sorted(values), Math.floor(values.length / 2)];
  return values.length % 2 === 1 ? (all[half] ?? 0) : ((all[half - 1] ?? 0) + (all[half] ?? 0)) / 2;
};
const isFirst = ({ segment }: Appointment): boolean => (segment?.ordinal ?? 1) === 1;
const isWork = ({ workOrderId, serviceTypeId }: Appointment): boolean => workOrderId !== null || serviceTypeId !== null;

describe('a report, recomputed the slow way from the rows', () => {
  it('utilisation: every minute of every day, for every resource', async () => {
    const organization = await randomOrganization('utilisation');
    const { resources, appointments, now } = organization;
    const { rows, total } = await ask(organization, 'utilisation');
    const walls = minutesOf(organization);
    let [booked, open] = [0, 0];
    for (const resource of resources) {
      const taking = appointments.filter((one) => takesTime(one, now) && claims(one, resource));
      const days = Map.groupBy(walls, (wall) => wall.date);
      for (const [date, minutes] of days) {
        const openMinutes = resource.capacity * minutes.filter((wall) => isOpen(organization, resource, wall)).length;
        const [first, last] = [minutes[0]?.at ?? 0, minutes.at(-1)?.at ?? 0];
        const near = taking.filter((one) => one.start <= last && first < one.end);
        const bookedMinutes = sum(
          minutes.map(({ at }) => near.filter((one) => one.start <= at && at < one.end).length),
        );
        booked += bookedMinutes;
        open += openMinutes;
        const row = rows.find((one) => one.resourceId === resource.id && one.date === date);
        const none = { bookedMinutes: 0, openMinutes: 0, share: null };
        const share = openMinutes === 0 ? null : bookedMinutes / openMinutes;
        expect({ ...none, ...row }).toMatchObject({ bookedMinutes, openMinutes, share });
      }
    }
    expect(total).toEqual({ bookedMinutes: booked, openMinutes: open, share: booked / open });
    expect(booked).toBeGreaterThan(3000);
  });

  it('booking success: work orders by the day they were opened', async () => {
    const organization = await randomOrganization('success');
    const { world, workOrders, appointments } = organization;
    const { rows, total } = await ask(organization, 'bookingSuccess');
    const opened = workOrders.filter(({ openedAt }) => {
      const { date } = toLocal(world.zones, world.rows.location.zone, openedAt);
      return FROM <= date && date <= TO;
    });
    const firm = new Set(['confirmed', 'in-progress', 'completed', 'no-show']);
    const isBooked = (id: string): boolean =>
      appointments.some((one) => one.workOrderId === id && firm.has(one.state.status));
    for (const priority of PRIORITIES) {
      const own = opened.filter((order) => order.priority === priority);
      const kept = own.filter((order) => order.state.status === 'open');
      const booked = kept.filter((order) => isBooked(order.id)).length;
      expect(rows.find((row) => row.priority === priority)).toEqual({
        priority,
        opened: kept.length,
        cancelled: own.length - kept.length,
        booked,
        share: booked / kept.length,
      });
    }
    expect(total.opened + total.cancelled).toBe(opened.length);
    expect(total.share).toBe(total.booked / total.opened);
    expect(total.booked).toBeGreaterThan(10);
  });

  it('recommended share: which suggestion was taken', async () => {
    const organization = await randomOrganization('recommended');
    const { rows, total } = await ask(organization, 'recommendedShare');
    const booked = organization.appointments.filter(
      (one) =>
        startsInside(organization, one) &&
        isWork(one) &&
        isFirst(one) &&
        !['requested', 'cancelled'].includes(one.state.status),
    );
    expect(rows.map((row) => row.rank)).toEqual([1, 2, 3, null]);
    for (const { rank, appointments, share } of rows) {
      const own = booked.filter((one) => (one.suggested?.rank ?? null) === rank).length;
      expect([appointments, share]).toEqual([own, own / booked.length]);
    }
    const taken = booked.filter((one) => one.suggested !== null).length;
    expect(total).toEqual({ appointments: booked.length, share: taken / booked.length });
  });

  it('wait by urgency: from the opening to the first kept appointment', async () => {
    const organization = await randomOrganization('wait');
    const { appointments, workOrders } = organization;
    const { rows, total } = await ask(organization, 'waitByUrgency');
    const waits = workOrders.flatMap((order) => {
      const kept = appointments
        .filter((one) => one.workOrderId === order.id && startsInside(organization, one))
        .filter((one) => ['confirmed', 'in-progress', 'completed'].includes(one.state.status))
        .toSorted((a, b) => a.start - b.start)[0];
      if (kept === undefined) return [];
      const begun = 'startedAt' in kept.state ? kept.state.startedAt : kept.start;
      return [{ priority: order.priority, hours: Math.max(0, lengthOf(order.openedAt, begun)) / 60 }];
    });
    for (const row of rows) {
      const hours = waits.filter((one) => one.priority === row.priority).map((one) => one.hours);
      expect(row.workOrders).toBe(hours.length);
      expect(row.meanHours).toBeCloseTo(sum(hours) / hours.length, 9);
      expect(row.medianHours).toBeCloseTo(middle(hours), 9);
      expect(row.longestHours).toBe(sorted(hours).at(-1));
    }
    expect(total.workOrders).toBe(waits.length);
    expect(total.meanHours).toBeCloseTo(sum(waits.map((one) => one.hours)) / waits.length, 9);
    expect(waits.length).toBeGreaterThan(10);
  });

  it('no-shows and late cancellations, of what stood when calling off was no longer free', async () => {
    const organization = await randomOrganization('missed');
    const { rows, total } = await ask(organization, 'noShowAndLateCancel');
    const inside = organization.appointments.filter((one) => startsInside(organization, one) && isFirst(one));
    const status = (name: string): number => inside.filter((one) => one.state.status === name).length;
    const late = inside.filter(
      ({ state, start }) => state.status === 'cancelled' && state.at > addMinutes(start, -NOTICE),
    ).length;
    const firm = status('confirmed') + status('in-progress') + status('completed') + status('no-show') + late;
    const { id, name } = organization.world.rows.location;
    const counts = {
      appointments: firm,
      noShows: status('no-show'),
      lateCancellations: late,
      noShowShare: status('no-show') / firm,
      lateCancelShare: late / firm,
    };
    expect(total).toEqual(counts);
    expect(rows).toEqual([{ locationId: id, location: name, ...counts }]);
    expect(Math.min(late, status('no-show'), status('cancelled') - late)).toBeGreaterThan(0);
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

  it('planned against actual: finished work by service type, with what it suggests', async () => {
    const organization = await randomOrganization('durations');
    const { rows, total } = await ask(organization, 'plannedVersusActual');
    const finished = organization.appointments.flatMap((one) => {
      if (!startsInside(organization, one) || one.serviceTypeId === null || !isFirst(one)) return [];
      const chain = one.segment?.chainId;
      const parts = organization.appointments.filter(
        (other) => other.id === one.id || (chain !== undefined && other.segment?.chainId === chain),
      );
      const kept = parts.filter((part) => part.state.status !== 'cancelled');
      let [planned, actual] = [0, 0];
      for (const { state, start, end } of kept) {
        if (state.status !== 'completed') return [];
        planned += lengthOf(start, end);
        actual += lengthOf(state.startedAt, state.endedAt);
      }
      return kept.length === 0 ? [] : [{ type: one.serviceTypeId, planned, actual }];
    });
    for (const type of organization.serviceTypes) {
      const own = finished.filter((one) => one.type === type.id);
      const actual = own.map((one) => one.actual);
      const row = rows.find((one) => one.serviceTypeId === type.id);
      expect(row).toMatchObject({ serviceType: type.name, standardMinutes: type.duration, completed: own.length });
      expect(row?.meanPlannedMinutes).toBeCloseTo(sum(own.map((one) => one.planned)) / own.length, 9);
      expect(row?.meanActualMinutes).toBeCloseTo(sum(actual) / own.length, 9);
      expect(row?.medianActualMinutes).toBe(middle(actual));
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(row?.suggestedMinutes).toBe(5 * Math.ceil(middle(actual) / 5));
    }
    expect(total.completed).toBe(finished.length);
  });
});

describe('a report', () => {
  it('says its definition and units, and answers for all locations together', async () => {
    const { world } = await randomOrganization('all');
    for (const name of REPORT_NAMES) {
      const view = await world.ask('report', { name, locationId: null, from: FROM, to: TO });
      expect(view).toMatchObject({ name, locationId: null, from: FROM, to: TO, definition: REPORTS[name].definition });
      expect(view.definition.split('. ')).toHaveLength(1);
      const counted = view.rows.flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) =>
          typeof value === 'number' && column !== 'rank' ? [column] : [],
        ),
      );
      for (const column of new Set(counted)) expect(Object.keys(view.units)).toContain(column);
    }
  });

  it('gives the same for a range as for its two halves together', async () => {
    const { world } = await randomOrganization('halves');
    const total = async (from: string, to: string) => {
      const view = await world.ask('report', { name: 'utilisation', locationId: null, from, to });
      return view.name === 'utilisation' ? [view.total.bookedMinutes, view.total.openMinutes] : [];
    };
    const [first, second] = [await total(FROM, '2026-10-25'), await total('2026-10-26', TO)];
    expect(await total(FROM, TO)).toEqual(first.map((minutes, index) => minutes + (second[index] ?? 0)));
  });

  it('is empty where there is nothing, without dividing by it', async () => {
    const { world } = await randomOrganization('empty');
    for (const name of REPORT_NAMES) {
      const { total } = await world.ask('report', { name, locationId: null, from: '2031-01-01', to: '2031-01-02' });
      for (const value of Object.values(total)) expect(Number.isNaN(value)).toBe(false);
    }
    const view = await world.ask('report', { name: 'demand', locationId: null, from: '2031-01-01', to: '2031-01-02' });
    expect(view.rows).toEqual([]);
  });

  it('is refused for a location that is not there', async () => {
    const { world } = await randomOrganization('nowhere');
    const input = { name: 'demand', locationId: world.rows.newId<'location'>(), from: FROM, to: TO } as const;
    expect(await world.refusal('report', input)).toMatchObject({ kind: 'not-found', field: 'locationId' });
  });
});
