import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { useConsole } from '../state/use-console.ts';
import styles from './board.module.css';
import { paintBoard, paintVerdicts } from './paint/painter.ts';
import { readPalette, type Palette } from './paint/palette.ts';
import type { PaintDrag, PaintScene, Region } from './paint/scene.ts';
import { useColours } from './use-colours.ts';

interface BackdropProps {
  readonly scene: PaintScene;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly side: number;
  readonly top: number;
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Painted beyond the window on every side, so that scrolling a little paints nothing. */
const SPARE = 280;

function regionFor(scroller: HTMLElement, { side, top, viewport, scene }: BackdropProps): Region {
  const width = Math.min(viewport.width - side + 2 * SPARE, Math.max(viewport.width - side, scene.scale.width));
  const rows = scene.layout.tops.at(-1) ?? 0;
  const height = Math.min(viewport.height - top + 2 * SPARE, Math.max(viewport.height - top, rows));
  const clamp = (at: number, most: number): number =>
    Math.max(0, Math.min(Math.round(at), Math.max(0, Math.floor(most))));
  return {
    x: clamp(scroller.scrollLeft - SPARE, scene.scale.width - width),
    y: clamp(scroller.scrollTop - SPARE, Math.max(rows, viewport.height - top) - height),
    width,
    height,
  };
}

/** True while the window lies within what is painted. */
function covers(region: Region, scroller: HTMLElement, { side, top, viewport }: BackdropProps): boolean {
  const right = Math.min(region.x + region.width, Number.POSITIVE_INFINITY);
  return (
    scroller.scrollLeft >= region.x &&
    scroller.scrollTop >= region.y &&
    (scroller.scrollLeft + viewport.width - side <= right || region.x + region.width >= scroller.scrollWidth - side) &&
    scroller.scrollTop + viewport.height - top <= region.y + region.height
  );
}

interface Painted {
  readonly region: Region;
  readonly base: OffscreenCanvas;
  readonly scene: PaintScene;
  readonly palette: Palette;
}

/** The one canvas behind the lanes: whatever is not an appointment is painted here and is no element. */
export function Backdrop(props: BackdropProps) {
  const { scene, scroller, viewport } = props;
  const { drag: store } = useConsole();
  const colours = useColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted | null>(null);
  const last = useRef(props);
  last.current = props;

  const blend = useCallback((): void => {
    const done = painted.current;
    const pen = canvas.current?.getContext('2d') ?? null;
    if (done === null || pen === null) return;
    const ratio = devicePixelRatio;
    const { drag } = store.getState();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.drawImage(done.base, 0, 0);
    if (drag === null || drag.verdicts.size === 0) return;
    pen.setTransform(ratio, 0, 0, ratio, -done.region.x * ratio, -done.region.y * ratio);
    const levels = new Map<ResourceId, 'clear' | 'caution' | 'block'>();
    for (const [id, one] of drag.verdicts) levels.set(id, one.verdict.level);
    const paint: PaintDrag = { range: { from: drag.start, to: drag.end }, levels };
    paintVerdicts(pen, done.scene, paint, done.region, done.palette);
  }, [store]);

  const repaint = useCallback((): void => {
    const host = scroller.current;
    const target = canvas.current;
    const now = last.current;
    if (host === null || target === null || now.viewport.width === 0) return;
    const ratio = devicePixelRatio;
    const region = regionFor(host, now);
    const width = Math.ceil(region.width * ratio);
    const height = Math.ceil(region.height * ratio);
    const base = new OffscreenCanvas(width, height);
    const pen = base.getContext('2d');
    if (pen === null) return;
    pen.setTransform(ratio, 0, 0, ratio, -region.x * ratio, -region.y * ratio);
    const palette = painted.current?.scene === now.scene ? painted.current.palette : readPalette(host);
    paintBoard(pen, now.scene, region, palette, ratio);
    painted.current = { region, base, scene: now.scene, palette };
    if (target.width !== width) target.width = width;
    if (target.height !== height) target.height = height;
    Object.assign(target.style, {
      left: `${now.side + region.x}px`,
      top: `${now.top + region.y}px`,
      width: `${region.width}px`,
      height: `${region.height}px`,
    });
    blend();
  }, [blend, scroller]);

  useLayoutEffect(() => {
    painted.current = null;
    repaint();
  }, [repaint, scene, viewport, colours]);

  useEffect(() => {
    const host = scroller.current;
    if (host === null) return;
    const onScroll = (): void => {
      const done = painted.current;
      if (done === null || !covers(done.region, host, last.current)) repaint();
    };
    host.addEventListener('scroll', onScroll, { passive: true });
    return () => host.removeEventListener('scroll', onScroll);
  }, [repaint, scroller]);

  useEffect(
    () =>
      store.subscribe((next, before) => {
        if (next.drag?.verdicts !== before.drag?.verdicts) blend();
      }),
    [blend, store],
  );

  return <canvas ref={canvas} className={styles['backdrop']} aria-hidden="true" />;
}
