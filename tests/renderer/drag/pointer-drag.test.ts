import { describe, expect, it } from 'vitest';
import { instant, MINUTE } from '../../../core/domain/time/instant.ts';
import { gripAt } from '../../../renderer/boards/use-board-pointer.ts';
import { beside } from '../../../renderer/drag/beside.ts';
import { moved } from '../../../renderer/drag/pointer-drag.ts';
import { at, id } from '../fixture/day.ts';

const laneId = id<'resource'>(100);
const quarter = (time: number) => instant(Math.round(time / (15 * MINUTE)) * 15 * MINUTE);
const grip = { laneId, start: at(10), end: at(12), offset: 30 * MINUTE };

describe('the ghost under the pointer', () => {
  it('keeps its length and the place it was gripped at', () => {
    expect(moved(grip, 'move', { laneId, at: at(14.6) }, quarter)).toEqual({ laneId, start: at(14), end: at(16) });
  });

  it('grows at the edge that is pulled and nowhere else', () => {
    const atEnd = { ...grip, offset: 120 * MINUTE };
    expect(moved(atEnd, 'resize-end', { laneId, at: at(13.1) }, quarter)).toEqual({
      laneId,
      start: at(10),
      end: at(13),
    });
    const atStart = { ...grip, offset: 0 };
    expect(moved(atStart, 'resize-start', { laneId, at: at(9.3) }, quarter)).toEqual({
      laneId,
      start: at(9.25),
      end: at(12),
    });
  });

  it('stays on its lane while an edge is pulled, wherever the pointer strays', () => {
    const other = id<'resource'>(101);
    expect(moved(grip, 'resize-end', { laneId: other, at: at(13) }, quarter).laneId).toBe(laneId);
    expect(moved(grip, 'resize-start', { laneId: other, at: at(9) }, quarter).laneId).toBe(laneId);
    expect(moved(grip, 'move', { laneId: other, at: at(13) }, quarter).laneId).toBe(other);
  });

  it('never turns inside out', () => {
    const atEnd = { ...grip, offset: 120 * MINUTE };
    const short = moved(atEnd, 'resize-end', { laneId, at: at(8) }, quarter);
    expect(short.end).toBeGreaterThan(short.start);
    const late = moved({ ...grip, offset: 0 }, 'resize-start', { laneId, at: at(15) }, quarter);
    expect(late.start).toBeLessThan(late.end);
  });
});

describe('the grip on a bar', () => {
  it('is an edge within a few pixels, and mostly the body of a short one', () => {
    expect(gripAt(103, 100, 80)).toBe('resize-start');
    expect(gripAt(177, 100, 80)).toBe('resize-end');
    expect(gripAt(140, 100, 80)).toBe('move');
    expect(gripAt(105, 100, 16)).toBe('move');
  });
});

describe('the card beside the pointer', () => {
  const window = { width: 1280, height: 800 };
  const card = { width: 300, height: 100 };

  it('stays in the window and off the pointer in every corner', () => {
    for (const x of [0, 5, 640, 1275, 1279])
      for (const y of [0, 5, 400, 795, 799]) {
        const place = beside({ x, y }, card, window);
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.y).toBeGreaterThanOrEqual(0);
        expect(place.x + card.width).toBeLessThanOrEqual(window.width);
        expect(place.y + card.height).toBeLessThanOrEqual(window.height);
        const over = x >= place.x && x <= place.x + card.width && y >= place.y && y <= place.y + card.height;
        expect(over).toBe(false);
      }
  });
});
