import { MINUTE } from '../../../core/domain/time/instant.ts';
import { barsBetween, type LaneData } from '../layout/lane-data.ts';
import { barGap, heightOf } from '../layout/rows.ts';
import type { Palette } from './palette.ts';
import type { PaintDrag, PaintScene, Region } from './scene.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const HATCH = 7;
const TRAVEL_FONT = '10px "Inter Variable", Inter, system-ui, sans-serif';

/** Diagonal lines of the given colour as a repeating fill. */
export function hatchPattern(context: Context, colour: string, ratio: number): CanvasPattern | null {
  const tile = new OffscreenCanvas(HATCH * ratio * 2, HATCH * ratio * 2);
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  const size = tile.width;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.4 * ratio;
  pen.beginPath();
  for (let shift = -size; shift <= size * 2; shift += HATCH * ratio) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/** Lanes, shading, breaks, closures, grid, travel and buffers of one region. The context is already moved to the region. */
export function paintBoard(context: Context, scene: PaintScene, region: Region, palette: Palette, ratio: number): void {
  const { layout, scale } = scene;
  const hatch = hatchPattern(context, palette.hatch, ratio);
  const left = region.x;
  const right = Math.min(region.x + region.width, scale.width);
  context.fillStyle = palette.surface;
  context.fillRect(region.x, region.y, region.width, region.height);
  const seen = rowsBetween(scene, region.y, region.y + region.height);
  for (const index of seen) {
    const row = layout.rows[index];
    const top = layout.tops[index];
    if (row === undefined || top === undefined) continue;
    if (row.row === 'lane') shadeLane(context, row.data, { scene, top, left, right, palette, hatch });
  }
  paintGrid(context, scene, region, palette);
  for (const index of seen) {
    const row = layout.rows[index];
    const top = layout.tops[index];
    if (row === undefined || top === undefined) continue;
    const height = heightOf(row, layout.laneHeight);
    if (row.row === 'group') {
      context.fillStyle = palette.sunken;
      context.fillRect(left, top, region.width, height);
    } else paintRoads(context, row.data, { scene, top, left, right, palette });
    context.fillStyle = palette.line;
    context.fillRect(left, top + height - 1, region.width, 1);
  }
}

function rowsBetween({ layout }: PaintScene, from: number, to: number): readonly number[] {
  return layout.rows.flatMap((_, index) =>
    (layout.tops[index + 1] ?? 0) > from && (layout.tops[index] ?? 0) < to ? [index] : [],
  );
}

interface LaneBrush {
  readonly scene: PaintScene;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly palette: Palette;
}

/** Everything but working time is darker and hatched; a break is darker alone. */
function shadeLane(
  context: Context,
  { lane }: LaneData,
  { scene, top, left, right, palette, hatch }: LaneBrush & { readonly hatch: CanvasPattern | null },
): void {
  const { scale, layout } = scene;
  const fill = (from: number, to: number, colour: string, hatched: boolean): void => {
    const x = Math.max(left, from);
    const width = Math.min(right, to) - x;
    if (width <= 0) return;
    context.fillStyle = colour;
    context.fillRect(x, top, width, layout.laneHeight);
    if (!hatched || hatch === null) return;
    context.fillStyle = hatch;
    context.fillRect(x, top, width, layout.laneHeight);
  };
  let reach = 0;
  for (const span of lane.working) {
    fill(reach, scale.x(span.from), palette.off, true);
    reach = Math.max(reach, scale.x(span.to));
  }
  fill(reach, scale.width, palette.off, true);
  // Breaks first: one inside an absence is no break.
  for (const span of lane.closed.toSorted((a, b) => Number(b.why === 'break') - Number(a.why === 'break'))) {
    const isBreak = span.why === 'break';
    fill(scale.x(span.from), scale.x(span.to), isBreak ? palette.pause : palette.off, !isBreak);
  }
  for (const span of lane.occurrences) fill(scale.x(span.from), scale.x(span.to), palette.pause, true);
}

function paintGrid(context: Context, { scale, ticks, midnights }: PaintScene, region: Region, palette: Palette): void {
  const line = (x: number, colour: string, alpha: number): void => {
    if (x < region.x || x > region.x + region.width) return;
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.fillRect(Math.round(x), region.y, 1, region.height);
  };
  const half = scale.hourWidth / 2;
  for (const tick of ticks) {
    const x = scale.x(tick.at);
    line(x, palette.line, 1);
    if (half >= 18 && x + half < scale.width) line(x + half, palette['off-line'], 0.55);
  }
  for (const midnight of midnights) line(scale.x(midnight), palette['line-strong'], 1);
  context.globalAlpha = 1;
}

/** Drives as dashes with their minutes, and the buffer that follows a bar as a dotted frame. */
function paintRoads(context: Context, data: LaneData, { scene, top, left, right, palette }: LaneBrush): void {
  const { scale, layout } = scene;
  const [first, last] = barsBetween(data, scale.at(left - 200), scale.at(right + 200));
  const gap = barGap(layout.laneHeight);
  const bottom = top + layout.laneHeight - gap;
  for (let index = first; index < last; index += 1) {
    const bar = data.bars[index];
    if (bar === undefined) continue;
    const isLead = bar.claims.find((claim) => claim.role === 'lead')?.resourceId === data.lane.id;
    if (isLead && bar.travelBefore > 0) {
      const length = scale.length(bar.travelBefore * MINUTE);
      paintRoad(context, { x: scale.x(bar.start) - length, length, bottom, minutes: bar.travelBefore, palette });
    }
    if (isLead && bar.travelAfter > 0)
      paintRoad(context, {
        x: scale.x(bar.end),
        length: scale.length(bar.travelAfter * MINUTE),
        bottom,
        minutes: bar.travelAfter,
        palette,
      });
    if (bar.after > 0 && bar.state.status !== 'completed' && bar.state.status !== 'no-show') {
      context.strokeStyle = palette['ink-3'];
      context.globalAlpha = 0.35;
      context.setLineDash([2, 2]);
      const width = scale.length(bar.after * MINUTE) - 2;
      if (width > 3)
        context.strokeRect(scale.x(bar.end) + 0.5, top + gap + 4.5, width, layout.laneHeight - 2 * gap - 9);
      context.setLineDash([]);
      context.globalAlpha = 1;
    }
  }
}

interface Road {
  readonly x: number;
  readonly length: number;
  readonly bottom: number;
  readonly minutes: number;
  readonly palette: Palette;
}

function paintRoad(context: Context, { x, length, bottom, minutes, palette }: Road): void {
  context.fillStyle = palette['ink-3'];
  for (let at = x + 1; at < x + length - 2; at += 5) context.fillRect(at, bottom - 6, 2.6, 4);
  if (length < 16) return;
  context.font = TRAVEL_FONT;
  context.textBaseline = 'alphabetic';
  context.fillText(`${minutes}′`, x + 2, bottom - 10);
}

/** Blocked lanes fade; clear and caution light up at the ghost's own time. */
export function paintVerdicts(
  context: Context,
  scene: PaintScene,
  drag: PaintDrag,
  region: Region,
  palette: Palette,
): void {
  const { scale, layout } = scene;
  const x = scale.x(drag.range.from);
  const width = scale.x(drag.range.to) - x;
  for (const [laneId, level] of drag.levels) {
    const top = layout.topOf.get(laneId);
    if (top === undefined || top > region.y + region.height || top + layout.laneHeight < region.y) continue;
    if (level === 'block') {
      context.globalAlpha = 0.62;
      context.fillStyle = palette.bg;
      context.fillRect(region.x, top, region.width, layout.laneHeight - 1);
      context.globalAlpha = 1;
      continue;
    }
    const caution = level === 'caution';
    context.fillStyle = caution ? palette['warn-soft'] : palette['ok-soft'];
    context.strokeStyle = caution ? palette.warn : palette.ok;
    context.setLineDash(caution ? [4, 3] : []);
    context.fillRect(x, top + 1, width, layout.laneHeight - 2);
    context.strokeRect(x + 0.5, top + 1.5, width - 1, layout.laneHeight - 3);
    context.setLineDash([]);
  }
}
