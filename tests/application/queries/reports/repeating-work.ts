import type { Resource, Team, Technician } from '../../../../core/domain/resources/resource.ts';
import type { Series } from '../../../../core/domain/series/series.ts';
import { addMinutes, minutes, type Instant } from '../../../../core/domain/time/instant.ts';
import { addDays, localDate, weekdayOf, type Weekday } from '../../../../core/domain/time/local-date.ts';
import type { Claim } from '../../../../core/domain/work/appointment.ts';
import { daily, inBay, lead } from '../rows.ts';
import type { World } from '../world.ts';

/** One time at which a series takes some of a resource. */
export interface Happening {
  readonly resource: Resource;
  readonly start: Instant;
  readonly end: Instant;
  readonly units: number;
}

interface Named {
  readonly mike: Technician;
  readonly nina: Technician;
  readonly idle: Technician;
  readonly large: Resource;
  readonly crew: Team;
}

/** A team with as many units as members, open longer than they work. */
export function crewOf({ rows }: World, members: readonly Technician[]): Team {
  const { id, organizationId, locationId, active, overrides, breaks, customData, externalIds } = rows.technician({});
  const row = { id, organizationId, locationId, active, overrides, breaks, customData, externalIds };
  const ids = members.map((member) => member.id);
  const hours = daily(6, 22);
  return { ...row, kind: 'team', name: 'Crew', position: 4, hours, capacity: 3, members: ids, capabilities: [] };
}

/** Series before and after the clock on the wall reads 13:20 on 9 November, and what each comes to, day by day. */
export function repeatingWork(world: World, named: Named) {
  const { mike, nina, idle, large, crew } = named;
  const some = (resource: Resource, units = 1) => ({ resource, units });
  const office = times(world, { days: [1, 4], from: '2026-10-12', clock: '10:00', length: 60 }, [
    some(nina),
    some(large),
  ]);
  const nights = times(world, { days: [3, 4], from: '2026-11-11', clock: '22:30', length: 240 }, [some(crew, 2)]);
  const moved = { ...some(idle), start: world.at('13:00', localDate('2026-11-16')) };
  const lunch = times(world, { days: [1, 2, 3, 4, 5, 6, 7], from: '2026-11-09', clock: '13:00', length: 30 }, [
    some(mike),
  ]);
  const happenings = [
    ...office,
    ...nights.filter((one) => one.start !== world.at('22:30', localDate('2026-11-18'))),
    { ...moved, end: addMinutes(moved.start, 45) },
    ...lunch,
  ];
  const team: Claim = { resourceId: crew.id, role: 'team', units: 2 };
  const series = [
    repeating(world, {
      start: '2026-10-12T10:00',
      rule: 'FREQ=WEEKLY;BYDAY=MO,TH',
      claims: [lead(nina), inBay(large)],
    }),
    repeating(world, {
      start: '2026-11-11T22:30',
      duration: minutes(240),
      rule: 'FREQ=WEEKLY;BYDAY=WE,TH,FR',
      claims: [team],
      exceptions: [
        ...['2026-11-13', '2026-11-20', '2026-11-27'].map((day) => ({
          start: `${day}T22:30`,
          change: 'cancelled' as const,
        })),
        {
          start: '2026-11-18T22:30',
          change: 'moved',
          to: '2026-11-16T13:00',
          duration: minutes(45),
          claims: [lead(idle)],
        },
      ],
    }),
    repeating(world, { start: '2026-11-09T13:00', duration: minutes(30), rule: 'FREQ=DAILY', claims: [lead(mike)] }),
    repeating(world, { start: '2026-11-10T08:00', rule: 'FREQ=DAILY', claims: [lead(mike)], active: false }),
  ];
  return { series, happenings };
}

interface Often {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly clock: string;
  readonly length: number;
}

/** On each of the weekdays for eight weeks. */
function times(
  world: World,
  { days, from, clock, length }: Often,
  taken: readonly Pick<Happening, 'resource' | 'units'>[],
): readonly Happening[] {
  const found: Happening[] = [];
  for (let count = 0; count < 56; count += 1) {
    const date = addDays(localDate(from), count);
    if (!days.includes(weekdayOf(date))) continue;
    const start = world.at(clock, date);
    for (const one of taken) found.push({ ...one, start, end: addMinutes(start, length) });
  }
  return found;
}

function repeating(
  { rows }: World,
  more: Pick<Series, 'start' | 'rule' | 'claims'> & Partial<Pick<Series, 'duration' | 'exceptions' | 'active'>>,
): Series {
  const { id, organizationId, zone } = rows.location;
  return {
    id: rows.newId(),
    organizationId,
    locationId: id,
    name: 'Round',
    description: '',
    zone,
    duration: minutes(60),
    before: minutes(10),
    after: minutes(30),
    extra: [],
    exceptions: [],
    participants: [],
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    place: null,
    priority: 'normal',
    splitFrom: null,
    active: true,
    ...more,
  };
}
