import data from '../../resources/sample/places.json' with { type: 'json' };
import { DEFAULT_TRAVEL, type Coordinates, type LocationId } from '../domain/organization/location.ts';
import type { ResourceId, SkillLevel } from '../domain/resources/resource.ts';
import { addMinutes, type Instant } from '../domain/time/instant.ts';
import type { Weekday } from '../domain/time/local-date.ts';
import type { ZoneId, Zones } from '../domain/time/zones.ts';
import type { Dice } from './dice.ts';
import { timed, type TimedCommand } from './timed-command.ts';

export type PlaceData = (typeof data.locations)[number];
export const PLACES: readonly PlaceData[] = data.locations;
export const UNIT_NAMES: readonly string[] = data.units;
export const MEETINGS: readonly string[] = data.meetings;

/** A technician as the sample's day planner sees one: minutes are of the local day. */
export interface SampleTechnician {
  readonly id: ResourceId;
  readonly skills: ReadonlyMap<string, number>;
  readonly from: number;
  readonly to: number;
  readonly breakFrom: number;
  readonly breakTo: number;
  readonly home: Coordinates;
  readonly field: boolean;
  readonly restDays: ReadonlySet<Weekday>;
  readonly maximum: number;
  /** Away for training around today. */
  readonly training: boolean;
}

export interface SampleBay {
  readonly id: ResourceId;
  readonly capabilities: readonly string[];
  readonly turnover: number;
}

export interface Site {
  readonly id: LocationId;
  readonly place: PlaceData;
  readonly zone: ZoneId;
  readonly coordinates: Coordinates;
  readonly technicians: readonly SampleTechnician[];
  readonly bays: readonly SampleBay[];
  readonly commands: readonly TimedCommand[];
}

export interface SiteSize {
  readonly technicians: number;
  readonly bays: number;
  readonly maximum: number;
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const everyDay = (from: number, to: number, rest: ReadonlySet<Weekday>) =>
  WEEK.filter((weekday) => !rest.has(weekday)).map((weekday) => ({ weekday, from, to }));

/** A location with its people and bays. People rest on other weekdays than today's, so that any day is a lively one. */
export function sampleSite(
  dice: Dice,
  zones: Zones,
  place: PlaceData,
  size: SiteSize,
  today: Weekday,
  at: Instant,
): Site {
  if (!zones.has(place.zone)) throw new Error(`The sample lies in ${place.zone}, which the zone table does not know`);
  const { name, zone, address, phone, latitude, longitude } = place;
  const id = dice.id<'location'>(at);
  const hours = everyDay(place.from, place.to, new Set());
  const site = { id, name, zone, address, phone, coordinates: { latitude, longitude }, hours, travel: DEFAULT_TRAVEL };
  const commands: TimedCommand[] = [timed(at, 'addLocation', site)];
  const technicians = Array.from({ length: size.technicians }, (_, position) =>
    addTechnician(dice, place, id, position, size.maximum, today, at, commands),
  );
  const bays = Array.from({ length: size.bays }, (_, position): SampleBay => {
    const bay = place.bays[position % place.bays.length];
    const capabilities = (bay?.[1] ?? []) as readonly string[];
    const bayId = dice.id<'resource'>(at);
    const turnover = dice.pick([0, 5, 10]);
    const shared = { id: bayId, locationId: id, position, active: true, hours, overrides: [], turnover };
    commands.push(timed(at, 'addBay', { ...shared, name: `Bay ${position + 1}`, capabilities: [...capabilities] }));
    return { id: bayId, capabilities, turnover };
  });
  return { id, place, zone: place.zone, coordinates: { latitude, longitude }, technicians, bays, commands };
}

function addTechnician(
  dice: Dice,
  place: PlaceData,
  locationId: LocationId,
  position: number,
  maximum: number,
  today: Weekday,
  at: Instant,
  commands: TimedCommand[],
): SampleTechnician {
  const person = place.technicians[position % place.technicians.length];
  if (person === undefined) throw new Error(`The sample has nobody at ${place.name}`);
  const first = position < place.technicians.length;
  const name = first ? person.name : `${dice.pick(place.first)} ${dice.pick(place.last)} ${position + 1}`;
  const offset = dice.between(1, 6);
  const restDays = new Set<Weekday>([
    (((today - 1 + offset) % 7) + 1) as Weekday,
    (((today - 1 + (offset % 6) + 1) % 7) + 1) as Weekday,
  ]);
  const skills = person.skills.map(([skill, level]) => ({
    skill: String(skill),
    level: Math.min(3, Math.max(1, Number(level))) as SkillLevel,
  }));
  const [breakFrom = 720, breakTo = 750] = person.break;
  const [latitude, longitude] = 'home' in person ? (person.home ?? []) : [];
  const homeBase = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
  const field = homeBase !== null;
  const training = 'training' in person && first;
  const id = dice.id<'resource'>(at);
  const slug = name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  commands.push(
    timed(addMinutes(at, 1), 'addTechnician', {
      id,
      locationId,
      name,
      position,
      active: true,
      hours: everyDay(person.from, person.to, restDays),
      overrides: [],
      breaks: everyDay(breakFrom, breakTo, restDays),
      skills: skills.map((skill) => ({ ...skill, expiresOn: null })),
      homeBase,
      dailyMaximum: null,
      targetMinutes: null,
      specialization: person.special,
      yearsOfExperience: person.years,
      rating: person.rating,
      phone: `${place.countryCode} 555 ${String(1000 + position)}`,
      email: `${slug}@laneway.example`,
      field,
    }),
  );
  return {
    id,
    skills: new Map(skills.map(({ skill, level }) => [skill, level])),
    from: person.from,
    to: person.to,
    breakFrom,
    breakTo,
    home: homeBase ?? { latitude: place.latitude, longitude: place.longitude },
    field,
    restDays,
    maximum,
    training,
  };
}
