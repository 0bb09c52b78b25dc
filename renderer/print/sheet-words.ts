import { statusPhrase } from '../../core/contract/phrases/name-phrases.ts';
import type { JobSheet, JobSheets, SheetJob, SheetLine } from '../../core/contract/views/sheet-view.ts';
import type { Instant } from '../../core/domain/time/instant.ts';
import { weekdayOf, type LocalDate } from '../../core/domain/time/local-date.ts';
import { localDateOf } from '../../core/domain/time/local-time.ts';
import type { Zones } from '../../core/domain/time/zones.ts';
import type { UiKey } from '../words/catalogues.ts';
import type { Words } from '../words/words.ts';
import type { Tick } from './pieces.ts';

/** What the words on a sheet are made with. */
export interface Press {
  readonly words: Words;
  readonly zones: Zones;
  readonly sheets: JobSheets;
}

/** `Monday 23 November 2026` */
export function fullDate(words: Words, date: LocalDate): string {
  return words.ui('ui.sheet.date', {
    weekday: words.ui(`ui.sheet.weekday.${weekdayOf(date)}` satisfies UiKey),
    day: Number(date.slice(8)),
    month: words.ui(`ui.sheet.month.${Number(date.slice(5, 7))}` as UiKey),
    year: date.slice(0, 4),
  });
}

/** `15:30` on the sheet's own day, else `Tue 24 Nov, 09:00`. */
export function momentOn({ words, zones, sheets }: Press, at: Instant): string {
  const day = localDateOf(zones, sheets.location.zone, at);
  const time = words.time(at);
  // A day's own end is its midnight, not the morning of the next.
  if (day === sheets.date) return time;
  return at === sheets.day.to ? '24:00' : words.ui('ui.sheet.moment', { day: words.date(day), time });
}

/** `Field, Brakes 3 · starts from home` */
export function aboutLine({ words }: Press, sheet: JobSheet): string {
  return joined([sheet.detail, sheet.startsFromHome ? words.ui('ui.sheet.home') : '']);
}

/** `Harbour workshop · shift 07:30–16:30 · 3 jobs, 4 h 15, 1 h 03 driving` */
export function dayLine({ words, sheets }: Press, sheet: JobSheet): string {
  const count = sheet.lines.filter((line) => line.kind === 'job').length;
  const times = sheet.shifts.map((shift) => words.times(shift)).join(', ');
  const kind = sheet.kind === 'technician' ? 'technician' : 'bay';
  const hours = times === '' ? words.ui(`ui.sheet.shift.none.${kind}`) : words.ui(`ui.sheet.shift.${kind}`, { times });
  const jobs =
    count === 0
      ? words.ui('ui.sheet.jobs.none')
      : words.ui('ui.sheet.jobs', { count, work: words.duration(sheet.work) });
  const driving =
    sheet.driving === 0 ? '' : `, ${words.ui('ui.sheet.driving', { driving: words.duration(sheet.driving) })}`;
  return joined([sheets.location.name, hours, jobs + driving]);
}

/** What stands small under a job's start: its end, when to be there, the promise, the bay or technician, its status. */
export function timeNotes(press: Press, job: SheetJob): readonly string[] {
  const { words } = press;
  const tentative = job.status === 'held' || job.status === 'requested';
  const status = words.say(statusPhrase(job.status));
  return [
    words.ui('ui.sheet.to', { time: momentOn(press, job.end) }),
    job.beThere === null ? '' : words.ui('ui.sheet.beThere', { time: momentOn(press, job.beThere) }),
    job.due === null ? '' : words.ui('ui.sheet.promised', { time: momentOn(press, job.due) }),
    job.partner,
    tentative ? words.ui('ui.sheet.unconfirmed', { status }) : job.status === 'confirmed' ? '' : status,
  ].filter((text) => text !== '');
}

/** `Nordlast AS (fleet) · Ingrid Berg +47 555 01 22` */
export function customerLine({ words }: Press, job: SheetJob): string {
  const tier = job.tier === null || job.tier === 'standard' ? null : words.ui(`ui.sheet.tier.${job.tier}`);
  const customer = tier === null ? job.customer : words.ui('ui.sheet.customer', { name: job.customer, tier });
  const phone = unbroken(job.phone);
  const contact = job.contact === job.customer ? phone : `${job.contact} ${phone}`.trim();
  return joined([customer, contact]);
}

/** `Scania R450, 71-PQR-8 · E18 km 42, lay-by north` */
export function unitLine(job: SheetJob): string {
  return joined([[job.unit, job.plate].filter((text) => text !== '').join(', '), job.address]);
}

const PIECES = new Set(['', 'piece', 'pieces', 'pc', 'pcs', 'Stück', 'Stk']);

export function tickText({ words }: Press, tick: Tick): string {
  if (tick.list === 'checks') return tick.text;
  const { name, quantity, measure } = tick.part;
  if (!PIECES.has(measure)) return words.ui('ui.sheet.measured', { name, count: quantity, measure });
  return quantity === 1 ? name : words.ui('ui.sheet.count', { name, count: quantity });
}

/** The sentence of a drive or a break. */
export function lineText({ words, sheets }: Press, sheet: JobSheet, line: Exclude<SheetLine, { kind: 'job' }>): string {
  if (line.kind === 'break') return words.ui('ui.sheet.pause', { times: words.times(line.range) });
  const params = { travel: words.duration(line.travel), km: kilometres(words, line.kilometres) };
  const drive =
    line.to !== ''
      ? words.ui('ui.sheet.drive.to', { ...params, to: line.to })
      : sheet.startsFromHome
        ? words.ui('ui.sheet.drive.home', params)
        : words.ui('ui.sheet.drive.back', { ...params, to: sheets.location.name });
  if (line.afterBreak === null) return drive;
  return words.ui('ui.sheet.drive.afterBreak', { times: words.times(line.afterBreak), drive });
}

/** Whole kilometres; below ten to one decimal, with the language's own sign. */
function kilometres(words: Words, length: number): string {
  return length >= 10
    ? String(Math.round(length))
    : length.toLocaleString(words.language, { maximumFractionDigits: 1 });
}

export function footLine({ words, zones, sheets }: Press): string {
  const date = localDateOf(zones, sheets.location.zone, sheets.printedAt);
  return words.ui('ui.sheet.foot', {
    revision: sheets.revision,
    day: words.longDate(date),
    time: words.time(sheets.printedAt),
  });
}

/** A number one reads off to dial stays on one line. */
function unbroken(phone: string): string {
  return phone.length > 24 ? phone : phone.replaceAll(' ', '\u00a0');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
