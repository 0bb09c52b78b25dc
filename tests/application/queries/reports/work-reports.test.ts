import { describe, expect, it } from 'vitest';
import { insert } from '../../../../core/domain/ops/op.ts';
import { addMinutes } from '../../../../core/domain/time/instant.ts';
import { localDate, type LocalDate } from '../../../../core/domain/time/local-date.ts';
import { toLocal } from '../../../../core/domain/time/local-time.ts';
import type { Appointment } from '../../../../core/domain/work/appointment.ts';
import { PRIORITIES } from '../../../../core/domain/work/service-type.ts';
import { asId } from '../../../../core/kernel/id.ts';
import { lengthOf, startsInside } from './by-hand.ts';
import { FROM, NOTICE, randomOrganization, TO } from './random-organization.ts';
import { ask, middle, sorted, sum } from './ask-report.ts';

const isFirst = ({ segment }: Appointment): boolean => (segment?.ordinal ?? 1) === 1;
const isWork = ({ workOrderId, serviceTypeId }: Appointment): boolean => workOrderId !== null || serviceTypeId !== null;

describe('a report, recomputed the slow way from the rows', () => {
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
        .filter((one) => one.workOrderId === order.id)
        .filter((one) => ['confirmed', 'in-progress', 'completed'].includes(one.state.status))
        .toSorted((a, b) => a.start - b.start)[0];
      if (kept === undefined || !startsInside(organization, kept)) return [];
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

  it('wait by urgency: work that goes on in the next month is waited for once, in the month in which it begins', async () => {
    const { world } = await randomOrganization('wait-once');
    const order = world.rows.workOrder({ openedAt: world.at('08:00', localDate('2027-01-28')) });
    const chainId = asId<'chain'>(order.id);
    const part = (ordinal: number, date: LocalDate, more: Partial<Appointment> = {}): Appointment =>
      world.rows.appointment({
        start: world.at('08:00', date),
        end: world.at('10:00', date),
        workOrderId: order.id,
        segment: { chainId, ordinal, count: 2 },
        ...more,
      });
    const visits = [
      part(1, localDate('2027-01-27'), { segment: null, state: { status: 'requested', approval: 'none' } }),
      part(1, localDate('2027-01-29')),
      part(2, localDate('2027-02-01')),
      part(1, localDate('2027-03-01'), { segment: null }),
    ];
    await world.save([insert('workOrder', order), ...visits.map((one) => insert('appointment', one))]);
    const counted = async (from: string, to: string) => {
      const view = await world.ask('report', { name: 'waitByUrgency', locationId: null, from, to });
      return view.name === 'waitByUrgency' ? [view.total.workOrders, view.total.longestHours] : [];
    };
    expect(await counted('2027-01-01', '2027-01-31')).toEqual([1, 24]);
    expect(await counted('2027-02-01', '2027-02-28')).toEqual([0, null]);
    expect(await counted('2027-03-01', '2027-03-31')).toEqual([0, null]);
    expect(await counted('2027-01-01', '2027-03-31')).toEqual([1, 24]);
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
