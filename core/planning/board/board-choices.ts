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
  const most = Math.max(BLOCKED, extra?.cautions ?? BLOCKED, ...levels);
  const choices: OneChoice[] = [];
  for (let cautions = 0; cautions <= most; cautions += 1) {
    const pairs: (readonly [number, number])[] = [];
    for (let place = 0; place < levels.length; place += 1) {
      if (levels[place] !== cautions) continue;
      const begin = place;
      while (levels[place + 1] === cautions) place += 1;
      pairs.push([minuteOf(grid, clock, first + begin), minuteOf(grid, clock, first + place)]);
    }
    if (extra?.cautions === cautions) addSingle(pairs, extra.minute, clock.step);
    if (pairs.length > 0) choices.push({ cautions, stretches: Int32Array.from(pairs.flat()) });
  }
  return choices;
}

function minuteOf(grid: StartGrid, clock: BoardClock, start: number): number {
  return floorMinute(clock, startAt(grid, start));
}

/** Puts a start off the grid among the stretches, splitting the one around it. */
function addSingle(pairs: (readonly [number, number])[], minute: number, step: number): void {
  const around = pairs.findIndex(([low, high]) => low <= minute && minute <= high);
  const [low, high] = pairs[around] ?? [0, -1];
  const below = Math.floor(minute / step) * step;
  if (around < 0) pairs.push([minute, minute]);
  else if (below !== minute) pairs.splice(around, 1, [low, below], [minute, minute], [below + step, high]);
  pairs.sort((one, other) => one[0] - other[0]);
}
