import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Real calendar programs as peers. They are Debian packages (khal, python3-vobject), not parts of the product. */

interface Answer {
  readonly ok: boolean;
  readonly text: string;
  readonly errors: string;
}

function run(program: string, args: readonly string[]): Answer {
  const env = { ...process.env, PYTHONWARNINGS: 'ignore', LC_ALL: 'C.UTF-8' };
  const done = spawnSync(program, args, { encoding: 'utf8', env, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 });
  return { ok: done.status === 0, text: done.stdout ?? '', errors: done.stderr ?? done.error?.message ?? '' };
}

export const hasKhal: boolean = run('khal', ['--version']).ok;

/** A distribution's packages belong to its own Python, which another may shadow on the path. */
const pythons = ['/usr/bin/python3', 'python3'];
const pythonWithVobject = pythons.find((python) => run(python, ['-c', 'import vobject']).ok);
export const hasVobject: boolean = pythonWithVobject !== undefined;

/** Says on the terminal that a peer is missing, so that a skipped test is not taken for a passed one. */
export function sayMissing(present: boolean, name: string): void {
  if (!present)
    console.warn(`!!! SKIPPED: ${name} is not installed; what it would say of our calendar files is not known`);
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-ics-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const khalConfig = (folder: string): string => `[calendars]
[[t]]
path = ${folder}/cal
type = calendar
[sqlite]
path = ${folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
firstweekday = 0
[default]
default_calendar = t
`;

/** What khal shows, in UTC: uid to `YYYY-MM-DD HH:MM|YYYY-MM-DD HH:MM|title`. */
export function khalShows(ics: string, from: string, to: string): ReadonlyMap<string, string> {
  return inFolder((folder) => {
    const [config, file] = [path.join(folder, 'config'), path.join(folder, 'file.ics')];
    mkdirSync(path.join(folder, 'cal'));
    writeFileSync(config, khalConfig(folder));
    writeFileSync(file, ics);
    const imported = run('khal', ['-c', config, 'import', '--batch', '-a', 't', file]);
    if (!imported.ok) throw new Error(`khal refused the file: ${imported.errors}`);
    const form = '{uid}|{start-long}|{end-long}|{title}';
    const shown = run('khal', ['-c', config, 'list', '--notstarted', '-df', '', '-f', form, from, to]);
    if (!shown.ok) throw new Error(`khal could not list: ${shown.errors}`);
    const lines = shown.text.split('\n').filter((line) => line.includes('|'));
    return new Map(lines.map((line) => [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1)]));
  });
}

const vobjectProgram = `
import sys, datetime as d, vobject
utc = lambda v: v.astimezone(d.timezone.utc).strftime('%Y-%m-%d %H:%M')
for c in vobject.readComponents(open(sys.argv[1], encoding='utf8', newline='').read()):
    c.validate(raiseException=True)
    for e in c.vevent_list:
        print(e.uid.value + '|' + utc(e.dtstart.value) + '|' + utc(e.dtend.value) + '|' + e.summary.value)
`;

/** The same from vobject, which validates strictly and reads zones from the file's own blocks. */
export function vobjectShows(ics: string): ReadonlyMap<string, string> {
  return inFolder((folder) => {
    const file = path.join(folder, 'file.ics');
    writeFileSync(file, ics);
    const shown = run(pythonWithVobject ?? 'python3', ['-c', vobjectProgram, file]);
    if (!shown.ok) throw new Error(`vobject refused the file: ${shown.errors}`);
    const lines = shown.text.split('\n').filter((line) => line.includes('|'));
    return new Map(lines.map((line) => [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1)]));
  });
}
