import type { InstantRange } from '../../../core/domain/time/instant.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { RowLayout } from '../layout/rows.ts';
import type { Tick, TimeScale } from '../layout/time-scale.ts';

/** Everything behind the bars, in the board's own coordinates: x from the first day's start, y from the first row's top. */
export interface PaintScene {
  readonly layout: RowLayout;
  readonly scale: TimeScale;
  readonly ticks: readonly Tick[];
  /** Starts of days after the first, drawn stronger. */
  readonly midnights: readonly number[];
}

/** What a drag paints: the ghost's time, and the answer of every lane to it. */
export interface PaintDrag {
  readonly range: InstantRange;
  readonly levels: ReadonlyMap<ResourceId, 'clear' | 'caution' | 'block'>;
}

/** The piece of the board that a canvas shows. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
