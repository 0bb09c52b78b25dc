import type { Brand } from '../../kernel/brand.ts';
import type { Instant, InstantRange } from './instant.ts';
import type { WallTime } from './wall-time.ts';
import { readZoneRecord, type YearlyRule, type ZoneCourse, type ZoneType } from './zone-record.ts';
import type { ZoneTable } from './zone-table.ts';

/** The IANA name of a time zone that the table knows, such as `Europe/Berlin`. */
export type ZoneId = Brand<string, 'ZoneId'>;

/** A moment at which a zone's clocks change. */
export interface ZoneChange {
  readonly at: Instant;
  readonly before: ZoneType;
  readonly after: ZoneType;
}

/**
 * The only means of conversion between instants and wall clocks: look-ups in the product's own table.
 * Every function that takes a ZoneId throws on a name the table does not know: check with `has` at the boundary.
 */
export interface Zones {
  /** Release of the tz database the table was made from. */
  readonly version: string;
  /** True for canonical names and for older names that lead to one. Exact spelling. */
  has(id: string): id is ZoneId;
  /** The present name of a zone; undefined when the table does not know it. */
  canonical(id: string): ZoneId | undefined;
  /** All canonical names, sorted. */
  names(): readonly ZoneId[];
  /** Milliseconds east of UTC. */
  offsetAt(zone: ZoneId, at: Instant): number;
  /** Offset, daylight flag and abbreviation at an instant. */
  typeAt(zone: ZoneId, at: Instant): ZoneType;
  /** What the zone's wall clock shows at an instant. */
  wallAt(zone: ZoneId, at: Instant): WallTime;
  /** The instant at which the clock shows `wall`: by the offset before a gap, the first one of an overlap. */
  atWall(zone: ZoneId, wall: WallTime): Instant;
  /** The first instant at which the clock shows `wall` or something later: the gap's own instant inside a gap. */
  notBeforeWall(zone: ZoneId, wall: WallTime): Instant;
  /** The changes within [from, to), in order. */
  changes(zone: ZoneId, within: InstantRange): readonly ZoneChange[];
  /** The yearly rule of the zone's last stretch, valid from `since` on; undefined when it changes no more. */
  yearlyRule(zone: ZoneId): YearlyRule | undefined;
}

/** No zone is further than this from UTC, so a wall time less this much is surely not after its instant. */
const WIDEST = 26 * 3_600_000;

interface Entry {
  readonly course: ZoneCourse;
  /** Index of the stretch hit last: neighbouring questions mostly fall into the same one. */
  hit: number;
}

/** The index of the stretch that holds `at`, by the last hit or else by bisection. */
function stretchOf(entry: Entry, at: number): number {
  const { starts } = entry.course;
  const hit = entry.hit;
  if (at >= (starts[hit] ?? Number.POSITIVE_INFINITY) && at < (starts[hit + 1] ?? Number.POSITIVE_INFINITY)) return hit;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle;
    else high = middle - 1;
  }
  entry.hit = low;
  return low;
}

function typeOf(course: ZoneCourse, index: number): ZoneType {
  const type = course.types[index];
  if (type === undefined) throw new Error(`The zone table has no stretch ${index}`);
  return type;
}

/** The first stretch whose wall clock has not yet passed `wall` when it ends. */
function stretchOfWall(entry: Entry, wall: number): number {
  const { course } = entry;
  let index = stretchOf(entry, wall - WIDEST);
  while (wall >= (course.starts[index + 1] ?? Number.POSITIVE_INFINITY) + typeOf(course, index).offset) index += 1;
  return index;
}

/** Makes the look-up from a table. Zones are read when first asked for; the cache lives in the returned object. */
export function zonesFrom(table: ZoneTable): Zones {
  const entries = new Map<string, Entry>();
  const canonical = (id: string): ZoneId | undefined => {
    const name = Object.hasOwn(table.aliases, id) ? table.aliases[id] : id;
    return name !== undefined && Object.hasOwn(table.zones, name) ? (name as ZoneId) : undefined;
  };
  const entryOf = (zone: string): Entry => {
    const known = entries.get(zone);
    if (known !== undefined) return known;
    const name = canonical(zone);
    const record = name === undefined ? undefined : table.records[table.zones[name] ?? -1];
    if (record === undefined) throw new Error(`Unknown time zone: ${zone}`);
    const entry = { course: readZoneRecord(record), hit: 0 };
    entries.set(zone, entry);
    return entry;
  };
  const typeAt = (zone: ZoneId, at: Instant): ZoneType => {
    const entry = entryOf(zone);
    return typeOf(entry.course, stretchOf(entry, at));
  };
  return {
    version: table.version,
    has: (id): id is ZoneId => canonical(id) !== undefined,
    canonical,
    names: () => Object.keys(table.zones).toSorted() as ZoneId[],
    typeAt,
    offsetAt: (zone, at) => typeAt(zone, at).offset,
    wallAt: (zone, at) => (at + typeAt(zone, at).offset) as WallTime,
    atWall: (zone, wall) => {
      const entry = entryOf(zone);
      const index = stretchOfWall(entry, wall);
      const at = wall - typeOf(entry.course, index).offset;
      const gap = at < (entry.course.starts[index] ?? 0);
      return (gap ? wall - typeOf(entry.course, index - 1).offset : at) as Instant;
    },
    notBeforeWall: (zone, wall) => {
      const entry = entryOf(zone);
      const index = stretchOfWall(entry, wall);
      return Math.max(wall - typeOf(entry.course, index).offset, entry.course.starts[index] ?? 0) as Instant;
    },
    changes: (zone, within) => changesOf(entryOf(zone), within),
    yearlyRule: (zone) => entryOf(zone).course.rule,
  };
}

function changesOf(entry: Entry, within: InstantRange): readonly ZoneChange[] {
  const { course } = entry;
  const list: ZoneChange[] = [];
  for (let index = stretchOf(entry, within.from); index < course.starts.length; index += 1) {
    const at = course.starts[index] ?? Number.POSITIVE_INFINITY;
    if (at >= within.to) break;
    if (index === 0 || at < within.from) continue;
    list.push({ at: at as Instant, before: typeOf(course, index - 1), after: typeOf(course, index) });
  }
  return list;
}
