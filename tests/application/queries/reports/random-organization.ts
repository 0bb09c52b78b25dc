import { insert, type Op } from '../../../../core/domain/ops/op.ts';
import { addMinutes, instant, minutes, range, type Instant } from '../../../../core/domain/time/instant.ts';
import { addDays, localDate, type LocalDate } from '../../../../core/domain/time/local-date.ts';
import type { Absence, Resource } from '../../../../core/domain/resources/resource.ts';
import type { Appointment, AppointmentState, Claim } from '../../../../core/domain/work/appointment.ts';
import { PRIORITIES, type ServiceType } from '../../../../core/domain/work/service-type.ts';
import type { WorkOrder } from '../../../../core/domain/work/work-order.ts';
import { asId } from '../../../../core/kernel/id.ts';
import { diceFrom, type Dice } from '../../../../core/sample/dice.ts';
import { daily, HARBOUR, inBay, lead } from '../rows.ts';
import { openWorld, type World } from '../world.ts';
import { crewOf, repeatingWork, type Happening } from './repeating-work.ts';

/** 41 local days, more than a month, with the end of summer time (25 October) in the middle. */
export const FROM = localDate('2026-10-10');
export const TO = localDate('2026-11-19');
/** Minutes before the start after which calling off is late. */
export const NOTICE = 24 * 60;

export interface RandomOrganization {
  readonly world: World;
  readonly now: Instant;
  readonly resources: readonly Resource[];
  readonly absences: readonly Absence[];
  readonly closed: readonly LocalDate[];
  readonly serviceTypes: readonly ServiceType[];
  readonly workOrders: readonly WorkOrder[];
  readonly appointments: readonly Appointment[];
  /** What series bring beside them, worked out by hand; those that are over as well. */
  readonly happenings: readonly Happening[];
}

/** Rows that no planner would make, but that a database may hold: nights, overruns, rest days, two units of one bay. */
export async function randomOrganization(seed: string): Promise<RandomOrganization> {
  const dice = diceFrom(seed);
  const world = await openWorld();
  const { rows } = world;
  const now = world.at('13:20', addDays(FROM, 30));
  world.setClock(now);
  const break12 = daily(12, 12.5);
  const workdays = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: 420, to: 900 }));
  const home = { latitude: 59.95, longitude: 10.9 };
  const mike = rows.technician({ name: 'Mike', hours: daily(8, 16), breaks: break12 });
  const nina = rows.technician({ name: 'Nina', hours: daily(22, 30), position: 1 });
  const sam = rows.technician({ name: 'Sam', hours: workdays, homeBase: home, field: true, position: 2 });
  const idle = rows.technician({ name: 'Idle', hours: [], position: 3 });
  const small = rows.bay({ name: 'Small' });
  const large = rows.bay({ name: 'Large', capacity: 2, hours: daily(6, 20), breaks: break12 });
  const crew = crewOf(world, [mike, sam, idle]);
  const resources: readonly Resource[] = [mike, nina, sam, idle, small, large, crew];
  const { series, happenings } = repeatingWork(world, { mike, nina, idle, large, crew });
  const closed = [addDays(FROM, 9)];
  const kind = rows.kind({});
  const serviceTypes = [
    rows.serviceType({ kindId: kind.id, name: 'Engine', duration: minutes(120) }),
    rows.serviceType({ kindId: kind.id, name: 'Brakes', duration: minutes(60) }),
  ];
  const absences = [mike, sam, large].map((resource) => {
    const from = addMinutes(world.at('00:00', addDays(FROM, dice.below(40))), dice.below(1440));
    return rows.absence({ resourceId: resource.id, range: range(from, addMinutes(from, dice.between(30, 3000))) });
  });
  const workOrders: WorkOrder[] = [];
  const appointments: Appointment[] = [];
  // A day before and after, so that the edges of the range cut something.
  for (let day = -1; day <= 41; day += 1) {
    for (const technician of [mike, nina, sam]) {
      const bay = technician === sam ? small : large;
      const made = dayOf(dice, world, addDays(FROM, day), { now, serviceTypes, workOrders }, [
        lead(technician),
        inBay(bay),
      ]);
      appointments.push(...made);
    }
  }
  const closures = closed.map((date) => ({ from: date, to: date, name: 'Holiday' }));
  const { location } = rows;
  const closure: Op = {
    op: 'update',
    entity: 'location',
    id: location.id,
    before: { closures: [] },
    after: { closures },
  };
  await world.save([
    closure,
    insert('appointmentKind', kind),
    ...resources.map((row) => insert('resource', row)),
    ...serviceTypes.map((row) => insert('serviceType', row)),
    ...absences.map((row) => insert('absence', row)),
    ...workOrders.map((row) => insert('workOrder', row)),
    ...appointments.map((row) => insert('appointment', row)),
    ...series.map((row) => insert('series', row)),
  ]);
  return { world, now, resources, absences, closed, serviceTypes, workOrders, appointments, happenings };
}

interface Known {
  readonly now: Instant;
  readonly serviceTypes: readonly ServiceType[];
  readonly workOrders: WorkOrder[];
}

/** Appointments one after the other, some of them two parts of one piece of work. */
function dayOf(
  dice: Dice,
  world: World,
  date: LocalDate,
  known: Known,
  claims: readonly Claim[],
): readonly Appointment[] {
  const made: Appointment[] = [];
  let cursor = addMinutes(world.at('00:00', date), dice.below(600));
  const count = dice.below(4);
  for (let index = 0; index < count; index += 1) {
    const start = addMinutes(cursor, dice.below(200));
    const end = addMinutes(start, dice.between(15, 200));
    if (end > world.at('00:00', addDays(date, 1))) break;
    cursor = end;
    const order = orderFor(dice, world, start, known);
    const one = world.rows.appointment({
      start,
      end,
      claims: dice.chance(0.8) ? claims : claims.slice(0, 1),
      state: stateOf(dice, start, end, known.now),
      workOrderId: order?.id ?? null,
      serviceTypeId: dice.chance(0.6) ? dice.pick(known.serviceTypes).id : null,
      suggested: dice.chance(0.5) ? { rank: dice.between(1, 3) } : null,
      place: dice.chance(0.5)
        ? {
            address: 'Road',
            coordinates: { latitude: HARBOUR.latitude + dice.below(20) / 100, longitude: HARBOUR.longitude },
          }
        : null,
    });
    const last = made.at(-1);
    if (last !== undefined && last.segment === null && dice.chance(0.2)) {
      const chainId = asId<'chain'>(last.id);
      made.splice(-1, 1, { ...last, segment: { chainId, ordinal: 1, count: 2 } });
      const { workOrderId, serviceTypeId } = last;
      made.push({ ...one, workOrderId, serviceTypeId, segment: { chainId, ordinal: 2, count: 2 } });
    } else made.push(one);
  }
  return made;
}

function orderFor(dice: Dice, world: World, start: Instant, { workOrders }: Known): WorkOrder | null {
  const again = workOrders.at(-1);
  if (again !== undefined && dice.chance(0.15)) return again;
  if (dice.chance(0.4)) return null;
  const cancelled = { status: 'cancelled', at: start, by: 'Kari', reason: '' } as const;
  const order = world.rows.workOrder({
    priority: dice.pick(PRIORITIES),
    openedAt: addMinutes(start, -dice.between(10, 9000)),
    state: dice.chance(0.1) ? cancelled : { status: 'open' },
  });
  workOrders.push(order);
  return order;
}

function stateOf(dice: Dice, start: Instant, end: Instant, now: Instant): AppointmentState {
  const drawn = dice.below(100);
  if (drawn < 10) return { status: 'cancelled', at: addMinutes(start, -dice.between(0, 3000)), by: 'Kari', reason: '' };
  if (drawn < 18) return { status: 'requested', approval: 'none' };
  if (drawn < 26) return { status: 'held', until: addMinutes(now, dice.between(-10, 10)) };
  if (start >= now || drawn < 35) return { status: 'confirmed' };
  if (drawn < 43) return { status: 'no-show', at: end };
  const startedAt = addMinutes(start, dice.between(-10, 30));
  if (drawn < 46) return { status: 'in-progress', startedAt: instant(Math.min(startedAt, now)) };
  return { status: 'completed', startedAt, endedAt: addMinutes(startedAt, dice.between(5, 300)) };
}
