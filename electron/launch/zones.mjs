/**
 * Makes resources/zones/zones.json from the system's compiled time-zone database.
 * A developer's tool, run by hand when the database has a new release (Debian: apt-get install tzdata):
 *
 *   node electron/launch/zones.mjs [ZONEINFO_FOLDER]
 *
 * Format of the table (read by core/domain/time/zone-record.ts):
 *   version  release of the tz database
 *   zones    canonical name -> index into records
 *   aliases  older name -> canonical name
 *   records  "types|indices|deltas|rule", all times in seconds
 *     types    offset, '+' when daylight time, ':' abbreviation; the first one holds before the first change
 *     indices  one base-36 digit per change: the type that begins
 *     deltas   base-36 seconds since the change before (the first: since 1970), '-' when negative
 *     rule     'std,dst,month,week,weekday,time,month,week,weekday,time' (begin and end of daylight time by POSIX TZ,
 *              wall seconds of the day), valid after the last change; empty when nothing changes any more
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '/usr/share/zoneinfo';
const target = new URL('../../resources/zones/zones.json', import.meta.url);
const FIRST = -2 * 86_400; // local dates of 1970 begin up to 14 hours before the epoch
const DAY = 86_400;

/** The 64-bit part of a TZif file (RFC 9636): changes, types and the POSIX footer. */
function readZone(name) {
  const file = readFileSync(join(folder, name));
  if (file.toString('latin1', 0, 4) !== 'TZif' || file[4] < 0x32)
    throw new Error(`${name} is no TZif file, version 2 up`);
  const counts = (at) => [0, 1, 2, 3, 4, 5].map((index) => file.readUInt32BE(at + 20 + 4 * index));
  const [utc1, std1, leap1, time1, type1, char1] = counts(0);
  const second = 44 + time1 * 5 + type1 * 6 + char1 + leap1 * 8 + std1 + utc1;
  const [utc, std, leap, times, types, chars] = counts(second);
  const start = second + 44;
  const typesAt = start + times * 9;
  const charsAt = typesAt + types * 6;
  const footer = file.toString('latin1', charsAt + chars + leap * 12 + std + utc).trim();
  const typeList = Array.from({ length: types }, (_, index) => {
    const at = typesAt + index * 6;
    const name0 = charsAt + file[at + 5];
    return {
      offset: file.readInt32BE(at),
      daylight: file[at + 4] === 1,
      name: file.toString('latin1', name0, file.indexOf(0, name0)),
    };
  });
  const changes = Array.from({ length: times }, (_, index) => ({
    at: Number(file.readBigInt64BE(start + index * 8)),
    type: typeList[file[start + times * 8 + index]],
  }));
  return { first: typeList[0], changes, footer };
}

const seconds = (text) => {
  const [, sign, h, m = '0', s = '0'] = /^([+-]?)(\d+)(?::(\d+))?(?::(\d+))?$/.exec(text);
  return (sign === '-' ? -1 : 1) * (Number(h) * 3600 + Number(m) * 60 + Number(s));
};

/** Reads 'CET-1CEST,M3.5.0,M10.5.0/3'; undefined when the zone has no daylight time. */
function readRule(footer) {
  const name = '(?:[A-Za-z]{3,}|<[^>]+>)';
  const form = new RegExp(`^(${name})([+-]?[\\d:]+)(?:(${name})([+-]?[\\d:]+)?,([^,]+),([^,]+))?$`);
  const match = form.exec(footer);
  if (match === null) throw new Error(`Cannot read the rule ${footer}`);
  const [, stdName, stdOffset, dstName, dstOffset, begin, end] = match;
  const plain = (text) => text.replace(/[<>]/g, '');
  const std = { offset: -seconds(stdOffset), daylight: false, name: plain(stdName) };
  if (dstName === undefined) return { std };
  const offset = dstOffset === undefined ? std.offset + 3600 : -seconds(dstOffset);
  const day = (text) => {
    const [, month, week, weekday, time = '2'] = /^M(\d+)\.(\d)\.(\d)(?:\/(.+))?$/.exec(text);
    return { month: Number(month), week: Number(week), weekday: Number(weekday), time: seconds(time) };
  };
  return { std, dst: { offset, daylight: true, name: plain(dstName) }, begin: day(begin), end: day(end) };
}

/** Whether a change at this wall time (seconds, as though UTC) is the one that the rule's day describes. */
function matches(day, wall) {
  const date = new Date((wall - day.time) * 1000);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const dom = date.getUTCDate();
  const inWeek = day.week === 5 ? dom > length - 7 : Math.ceil(dom / 7) === day.week;
  return (
    wall - day.time === Math.floor((wall - day.time) / DAY) * DAY &&
    date.getUTCMonth() + 1 === day.month &&
    date.getUTCDay() === day.weekday &&
    inWeek
  );
}

const same = (a, b) => a.offset === b.offset && a.daylight === b.daylight && a.name === b.name;

function recordOf(name) {
  const zone = readZone(name);
  let first = zone.first;
  const changes = [];
  for (const change of zone.changes) {
    const before = changes.at(-1)?.type ?? first;
    if (change.at < FIRST) first = change.type;
    else if (!same(before, change.type)) changes.push(change);
  }
  const rule = readRule(zone.footer);
  const last = changes.at(-1)?.type ?? first;
  if (rule.dst === undefined && !same(last, rule.std))
    throw new Error(`${name}: the last change and the footer differ`);
  if (rule.dst !== undefined) {
    // Changes that the rule yields anyway are left out; the first of them stays as the rule's beginning.
    let keep = changes.length;
    while (keep > 1) {
      const change = changes[keep - 1];
      const before = changes[keep - 2].type;
      const begins =
        same(before, rule.std) && same(change.type, rule.dst) && matches(rule.begin, change.at + before.offset);
      const ends =
        same(before, rule.dst) && same(change.type, rule.std) && matches(rule.end, change.at + before.offset);
      const next = changes[keep];
      if (!begins && !ends) break;
      if (next !== undefined && next.at - change.at > 300 * DAY) break;
      keep -= 1;
    }
    if (keep === changes.length) throw new Error(`${name}: the footer does not continue the changes`);
    changes.length = keep + 1;
  }
  const types = [first];
  const indexOf = (type) => {
    const found = types.findIndex((one) => same(one, type));
    return found >= 0 ? found : types.push(type) - 1;
  };
  const indices = changes.map((change) => indexOf(change.type).toString(36)).join('');
  const deltas = changes.map((change, index) => (change.at - (changes[index - 1]?.at ?? 0)).toString(36)).join(' ');
  const fields = (day) => [day.month, day.week, day.weekday, day.time];
  const text =
    rule.dst === undefined
      ? ''
      : [indexOf(rule.std), indexOf(rule.dst), ...fields(rule.begin), ...fields(rule.end)].join(',');
  const typeText = types.map((type) => `${type.offset}${type.daylight ? '+' : ''}:${type.name}`).join(',');
  return [typeText, indices, deltas, text].join('|');
}

const list = readFileSync(join(folder, 'tzdata.zi'), 'latin1').split('\n');
const version = /version (\S+)/.exec(list[0])[1];
const names = list.filter((line) => line.startsWith('Z ')).map((line) => line.split(' ')[1]);
const records = [];
const zones = {};
for (const name of names.toSorted()) {
  if (name === 'Factory') continue;
  const record = recordOf(name);
  const found = records.indexOf(record);
  zones[name] = found >= 0 ? found : records.push(record) - 1;
}
const links = list.filter((line) => line.startsWith('L ')).map((line) => line.split(' '));
const aliases = {};
for (const [, to, name] of links.toSorted((a, b) => (a[2] < b[2] ? -1 : 1))) {
  const end = links.find((link) => link[2] === to)?.[1] ?? to;
  if (zones[end] === undefined) throw new Error(`${name} leads nowhere`);
  aliases[name] = end;
}
writeFileSync(target, `${JSON.stringify({ version, zones, aliases, records }, null, 2)}\n`);
console.log(
  `tz ${version}: ${Object.keys(zones).length} zones, ${Object.keys(aliases).length} aliases, ${records.length} records`,
);
