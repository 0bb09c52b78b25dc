import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../renderer/print/pieces.ts';
import { dayOf, job, sheet } from './sheets.ts';

const DAY = dayOf('2026-11-23');
const RANGE = DAY.span('08:00', '09:00');
const withJob = (more: Parameters<typeof job>[1]) =>
  piecesOf(sheet({ lines: [{ kind: 'job', job: job(RANGE, more) }] })).filter((piece) => piece.kind === 'job');

describe('pieces of a sheet', () => {
  it('keep an ordinary job in one', () => {
    expect(withJob({ notes: 'Gate code from the desk.' })).toMatchObject([
      { first: true, last: true, notes: 'Gate code from the desk.' },
    ]);
  });

  it('cut long notes between words and lose none of them', () => {
    const notes = Array.from({ length: 700 }, (_, index) => `word${index}`).join(' ');
    const pieces = withJob({ notes });
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.map((piece) => piece.notes).join(' ')).toBe(notes);
    expect(pieces.filter((piece) => piece.first)).toEqual([pieces[0]]);
    expect(pieces.filter((piece) => piece.last)).toEqual([pieces.at(-1)]);
  });

  it('cut a word without end, and notes of one letter a line', () => {
    expect(
      withJob({ notes: 'x'.repeat(4000) })
        .map((piece) => piece.notes)
        .join(''),
    ).toBe('x'.repeat(4000));
    const lines = Array.from({ length: 100 }, (_, index) => String(index)).join('\n');
    expect(
      withJob({ notes: lines })
        .map((piece) => piece.notes)
        .join('\n'),
    ).toBe(lines);
  });

  it('share out long lists, parts before checks', () => {
    const parts = Array.from({ length: 30 }, (_, index) => ({ name: `Part ${index}`, quantity: 1, measure: 'piece' }));
    const ticks = withJob({ parts, checklist: ['a', 'b'] }).flatMap((piece) => piece.ticks);
    expect(ticks).toHaveLength(32);
    expect(ticks.slice(-2)).toEqual([
      { list: 'checks', text: 'a' },
      { list: 'checks', text: 'b' },
    ]);
  });

  it('say that a day is empty, and why, and still have lines to sign', () => {
    expect(piecesOf(sheet({ absent: 'Training' })).map(({ kind }) => kind)).toEqual(['absent', 'empty', 'sign']);
  });
});
