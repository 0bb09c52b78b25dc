import type { MissionDocument, MissionRow } from './table.ts';
import { titlesIn, type TestTitle } from './test-titles.ts';

/** The rooms of the architecture in which work may still be to come. */
export const ROOMS: readonly string[] = [
  'core/planning',
  'core/contract',
  'core/application',
  'core/store',
  'core/workers',
  'core/sample',
  'core/calendar',
  'core/calendar/google',
  'core/calendar/microsoft',
  'core/calendar/caldav',
  'core/messages',
  'core/events',
  'core/connectors',
  'core/sync',
  'core/server',
  'core/cli',
  'renderer/boards',
  'renderer/calendar',
  'renderer/panels',
  'renderer/reports',
  'renderer/print',
];

/** Sentences for what is wrong with a document's part of the table. `read` answers a committed file's text, or undefined. */
export function faultsOf(document: MissionDocument, read: (path: string) => string | undefined): readonly string[] {
  const keys = document.rows.map((row) => row.key);
  return [
    ...document.rows.flatMap((row) => faultOf(row, read)),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${document.name} ${key}: stands twice`),
    ...uncovered(document),
  ];
}

function faultOf(row: MissionRow, read: (path: string) => string | undefined): readonly string[] {
  const where = `${row.document} ${row.key}`;
  if (row.shown.by === 'later') {
    return ROOMS.includes(row.shown.room) ? [] : [`${where}: ${row.shown.room} is no room of the architecture`];
  }
  const { path, title } = row.shown;
  const text = read(path);
  if (text === undefined) return [`${where}: there is no ${path}`];
  const isThere = titlesOf(path, text).some((one) => one.text === title || one.filled?.test(title) === true);
  return isThere ? [] : [`${where}: ${path} has no test "${title}"`];
}

const known = new Map<string, readonly TestTitle[]>();

/** A file is named by many rows and read once. */
function titlesOf(path: string, text: string): readonly TestTitle[] {
  const key = `${path}\n${text}`;
  const titles = known.get(key) ?? titlesIn(path, text);
  known.set(key, titles);
  return titles;
}

/** Every line of the document stands in a row or is said to ask for nothing, and never both. */
function uncovered({ name, length, plain, rows }: MissionDocument): readonly string[] {
  const asked = new Set(rows.flatMap((row) => row.lines));
  const idle = new Set(plain);
  const faults: string[] = [];
  for (let line = 1; line <= length; line += 1) {
    if (asked.has(line) === idle.has(line))
      faults.push(`${name} line ${line}: ${asked.has(line) ? 'asks and does not' : 'is in no row'}`);
  }
  const beyond = [...asked, ...idle].filter((line) => line > length);
  return [...faults, ...beyond.map((line) => `${name} line ${line}: is beyond the end`)];
}
