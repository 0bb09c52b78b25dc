import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { Drag } from '../../state/drag-state.ts';
import { paintBoard, paintVerdicts } from './painter.ts';
import { readPalette, type Palette } from './palette.ts';
import type { PaintScene, Region } from './scene.ts';

/** What is painted and how big the window on it is. */
export interface BackdropView {
  readonly scene: PaintScene;
  /** Width of the lane headers and height of the axis: what the timeline's window loses. */
  readonly side: number;
  readonly top: number;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Changes when the tokens may have other colours. */
  readonly colours: string;
}

export interface BackdropPainter {
  show(view: BackdropView): void;
  /** Paints again when the window has left what is painted. */
  scrolled(): void;
  /** Paints the answers of all lanes over the board, or takes them away. */
  verdicts(drag: Drag | null): void;
}

/** Painted beyond the window on every side, so that scrolling a little paints nothing. */
const SPARE = 280;

interface Painted {
  readonly region: Region;
  readonly base: OffscreenCanvas;
}

function regionFor(scroller: HTMLElement, { scene, side, top, viewport }: BackdropView): Region {
  const wide = viewport.width - side;
  const high = viewport.height - top;
  const whole = { width: Math.max(wide, scene.scale.width), height: Math.max(high, scene.layout.tops.at(-1) ?? 0) };
  const width = Math.min(whole.width, wide + 2 * SPARE);
  const height = Math.min(whole.height, high + 2 * SPARE);
  const within = (at: number, most: number): number => Math.round(Math.max(0, Math.min(at, most)));
  return {
    x: within(scroller.scrollLeft - SPARE, whole.width - width),
    y: within(scroller.scrollTop - SPARE, whole.height - height),
    width,
    height,
  };
}

function covers(region: Region, scroller: HTMLElement, { side, top, viewport }: BackdropView): boolean {
  const { scrollLeft, scrollTop } = scroller;
  return (
    scrollLeft >= region.x &&
    scrollTop >= region.y &&
    scrollLeft + viewport.width - side <= region.x + region.width + 1 &&
    scrollTop + viewport.height - top <= region.y + region.height + 1
  );
}

/** Keeps one canvas painted behind a scroller: the board itself once, the verdicts of a drag over a copy of it. */
export function backdropPainter(canvas: HTMLCanvasElement, scroller: HTMLElement): BackdropPainter {
  let view: BackdropView | null = null;
  let painted: Painted | null = null;
  let palette: Palette | null = null;
  let drag: Drag | null = null;

  const blend = (): void => {
    const pen = canvas.getContext('2d');
    if (pen === null || painted === null || view === null || palette === null) return;
    const { region, base } = painted;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(base, 0, 0);
    if (drag === null || drag.verdicts.size === 0) return;
    const ratio = devicePixelRatio;
    pen.setTransform(ratio, 0, 0, ratio, -region.x * ratio, -region.y * ratio);
    const levels = new Map<ResourceId, 'clear' | 'caution' | 'block'>();
    for (const [id, one] of drag.verdicts) levels.set(id, one.verdict.level);
    paintVerdicts(pen, view.scene, { range: { from: drag.start, to: drag.end }, levels }, region, palette);
  };
  const repaint = (): void => {
    if (view === null || view.viewport.width === 0) return;
    const ratio = devicePixelRatio;
    const region = regionFor(scroller, view);
    const width = Math.ceil(region.width * ratio);
    const height = Math.ceil(region.height * ratio);
    const base = new OffscreenCanvas(width, height);
    const pen = base.getContext('2d');
    if (pen === null) return;
    pen.setTransform(ratio, 0, 0, ratio, -region.x * ratio, -region.y * ratio);
    palette ??= readPalette(scroller);
    paintBoard(pen, view.scene, region, palette, ratio);
    painted = { region, base };
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.style.left = `${view.side + region.x}px`;
    canvas.style.top = `${view.top + region.y}px`;
    canvas.style.width = `${region.width}px`;
    canvas.style.height = `${region.height}px`;
    blend();
  };
  return {
    show: (next) => {
      if (view?.colours !== next.colours) palette = null;
      view = next;
      repaint();
    },
    scrolled: () => {
      if (view !== null && (painted === null || !covers(painted.region, scroller, view))) repaint();
    },
    verdicts: (next) => {
      drag = next;
      blend();
    },
  };
}
