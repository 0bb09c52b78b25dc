import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import {
  aboutLine,
  customerLine,
  dayLine,
  footLine,
  fullDate,
  lineText,
  tickText,
  timeNotes,
  unitLine,
} from '../../../renderer/print/sheet-words.ts';
import de from '../../../resources/messages/print.de.json' with { type: 'json' };
import en from '../../../resources/messages/print.en.json' with { type: 'json' };
import { dayOf, job, press, sheet } from './sheets.ts';

const DAY = dayOf('2026-11-23');
const EN = press(DAY);
const DE = press(DAY, 'de');
const JOB = job(DAY.span('08:30', '10:00'), { address: 'E18 km 42, lay-by north' });
const SHEET = sheet({
  shifts: [DAY.span('07:30', '16:30')],
  work: minutes(255),
  driving: minutes(63),
  lines: [{ kind: 'job', job: JOB }],
});

describe('what a sheet says', () => {
  it('has the same keys and the same names to fill in both languages', () => {
    const names = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)/g), ([, name = '']) => name).toSorted();
    expect(Object.keys(de)).toEqual(Object.keys(en));
    expect(Object.values(de).map(names)).toEqual(Object.values(en).map(names));
  });

  it('writes the day in full', () => {
    expect(fullDate(EN.words, DAY.date)).toBe('Monday 23 November 2026');
    expect(fullDate(DE.words, DAY.date)).toBe('Montag, 23. November 2026');
  });

  it('tells whose day it is', () => {
    expect(aboutLine(EN, SHEET)).toBe('Brakes 3 · starts from home');
    expect(dayLine(EN, SHEET)).toBe('Harbour workshop · shift 07:30–16:30 · 1 job, 4 h 15, 1 h 03 driving');
    expect(dayLine(EN, sheet({ kind: 'bay' }))).toBe('Harbour workshop · closed · no jobs');
  });

  it('tells when, and names the day only where it is another one', () => {
    const due = dayOf('2026-11-24').at('09:00');
    expect(timeNotes(EN, { ...JOB, beThere: DAY.at('08:25'), due: DAY.at('15:30'), partner: 'Bay 3' })).toEqual([
      'to 10:00',
      'be there 08:25',
      'promised by 15:30',
      'Bay 3',
    ]);
    expect(timeNotes(EN, { ...JOB, end: DAY.day.to, due, status: 'held' })).toEqual([
      'to 24:00',
      'promised by Tue 24 Nov, 09:00',
      'held, not confirmed',
    ]);
  });

  it('tells for whom and where, and keeps a number on one line', () => {
    expect(customerLine(EN, JOB)).toBe('Nordlast AS (fleet) · Ingrid Berg +47\u00a0555\u00a001\u00a022');
    expect(unitLine(JOB)).toBe('Scania R450, 71-PQR-8 · E18 km 42, lay-by north');
    expect(unitLine({ ...JOB, unit: '', plate: '' })).toBe('E18 km 42, lay-by north');
  });

  it('counts pieces and measures the rest', () => {
    const part = (name: string, quantity: number, measure: string) =>
      tickText(EN, { list: 'parts', part: { name, quantity, measure } });
    expect(part('Brake hose 12 mm', 2, 'piece')).toBe('Brake hose 12 mm × 2');
    expect(part('Air filter', 1, 'piece')).toBe('Air filter');
    expect(part('Oil 10W-40', 60, 'litre')).toBe('Oil 10W-40, 60 litre');
  });

  it('tells drives and breaks', () => {
    const drive = {
      kind: 'travel',
      to: 'Depot Vestby',
      travel: minutes(21),
      kilometres: 17.2,
      afterBreak: null,
    } as const;
    expect(lineText(EN, SHEET, drive)).toBe('21 min to Depot Vestby, 17 km');
    expect(lineText(DE, SHEET, { ...drive, to: '', kilometres: 3.14 })).toBe('21 min nach Hause, 3,1 km');
    expect(lineText(EN, { ...SHEET, startsFromHome: false }, { ...drive, to: '' })).toBe(
      '21 min back to Harbour workshop, 17 km',
    );
    expect(lineText(EN, SHEET, { ...drive, afterBreak: DAY.span('12:00', '12:30') })).toBe(
      'Break 12:00–12:30, then 21 min to Depot Vestby, 17 km',
    );
  });

  it('knows its age', () => {
    expect(footLine(EN)).toBe(
      'Revision 14 · printed Mon 23 Nov 2026 07:02 · changes after this time are not on this page',
    );
  });
});
