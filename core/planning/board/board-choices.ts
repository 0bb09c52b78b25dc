import type { ShiftChoices, Stretches } from '../plan/model.ts';
import { startAt, type StartGrid } from '../slots/start-grid.ts';
import { floorMinute, type BoardClock } from './board-clock.ts';
import { BLOCKED, type BoardStarts, type Levels } from './board-starts.ts';
import type { ShiftRow } from './board-shifts.ts';

/** A start that is allowed besides those of the grid: where the work stands. */
export interface ExtraStart {
  readonly shift: number;
  readonly minute: number;
  readonly cautions: number;
}

export interface ChoicesWanted {
  readonly starts: BoardStarts;
  readonly rows: readonly ShiftRow[];
  readonly extra: ExtraStart | null;
  /** Of one caution. */
  readonly caution: number;
  /** What a shift costs whatever the start. */
  readonly price: (row: ShiftRow) => number;
}

/** The shifts open to one piece of work. One with cautions at some starts only is there once for each number of them. */
export function choicesOf(
  { grid, clock }: { grid: StartGrid; clock: BoardClock },
  wanted: ChoicesWanted,
): ShiftChoices {
  const { rows, starts, extra, price, caution } = wanted;
  const found = rows.flatMap((row, shift) => {
    const own = extra?.shift === shift ? extra : null;
    return choicesOn(grid, clock, starts.levelsOn(row), own).map((one) => ({ ...one, shift, price: price(row) }));
  });
  // Cautions that no choice is without say nothing about where it should go.
  const least = Math.min(...found.map(({ cautions }) => cautions));
  return {
    shifts: Int32Array.from(found, ({ shift }) => shift),
    starts: found.map(({ stretches }) => stretches),
    cost: Int32Array.from(found, (one) => Math.round(one.price + caution * (one.cautions - least))),
  };
}

interface OneChoice {
  readonly cautions: number;
  readonly stretches: Stretches;
}

function choicesOn(
  grid: StartGrid,
  clock: BoardClock,
  { first, levels }: Levels,
  extra: ExtraStart | null,
): readonly OneChoice[] {
  let most = extra?.cautions ?? BLOCKED;
  for (const level of levels) if (level > most) most = level;
  const choices: OneChoice[] = [];
  for (let cautions = 0; cautions <= most; cautions += 1) {
    const ends = stretchesAt(levels, cautions).map((place) => floorMinute(clock, startAt(grid, first + place)));
    if (extra?.cautions === cautions) addSingle(ends, extra.minute, clock.step);
    if (ends.length > 0) choices.push({ cautions, stretches: Int32Array.from(ends) });
  }
  return choices;
}

/** First and last place of every run of that level, one after the other. */
function stretchesAt(levels: Int8Array, level: number): number[] {
  const ends: number[] = [];
  for (let place = 0; place < levels.length; place += 1) {
    if (levels[place] !== level) continue;
    ends.push(place);
    while (levels[place + 1] === level) place += 1;
    ends.push(place);
  }
  return ends;
}

/** Puts a start off the grid among the stretches, splitting the one around it. */
function addSingle(ends: number[], minute: number, step: number): void {
  const below = Math.floor(minute / step) * step;
  for (let at = 0; at < ends.length; at += 2) {
    const [low = 0, high = 0] = [ends[at], ends[at + 1]];
    if (minute > high) continue;
    if (minute < low) ends.splice(at, 0, minute, minute);
    else if (below !== minute) ends.splice(at, 2, low, below, minute, minute, below + step, high);
    return;
  }
  ends.push(minute, minute);
}
