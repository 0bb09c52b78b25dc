import { useEffect, useRef, type RefObject } from 'react';
import { useConsole } from '../state/use-console.ts';
import styles from './frame.module.css';
import { backdropPainter, type BackdropPainter, type BackdropView } from './paint/backdrop-painter.ts';
import { useColours } from './use-colours.ts';

interface BackdropProps extends Omit<BackdropView, 'colours'> {
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The one canvas behind the lanes: whatever is not an appointment is painted here and is no element. */
export function Backdrop({ scroller, scene, side, top, viewport }: BackdropProps) {
  const { drag } = useConsole();
  const colours = useColours();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<BackdropPainter | null>(null);
  // Not a layout effect: the scroller around this canvas has its element only after the layout effects inside it.
  useEffect(() => {
    const host = scroller.current;
    if (host === null || canvas.current === null) return;
    const made = backdropPainter(canvas.current, host);
    painter.current = made;
    const onScroll = (): void => made.scrolled();
    host.addEventListener('scroll', onScroll, { passive: true });
    const stop = drag.subscribe((next, before) => {
      if (next.drag?.verdicts !== before.drag?.verdicts) made.verdicts(next.drag);
    });
    return () => {
      host.removeEventListener('scroll', onScroll);
      stop();
    };
  }, [drag, scroller]);
  // Runs after the effect above, so that the first view meets a painter.
  useEffect(() => {
    painter.current?.show({ scene, side, top, viewport, colours });
  }, [scene, side, top, viewport, colours]);
  return <canvas ref={canvas} className={styles['backdrop']} aria-hidden="true" />;
}
