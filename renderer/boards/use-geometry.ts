import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { MINUTE } from '../../core/domain/time/instant.ts';
import type { BoardGeometry } from '../state/shown.ts';
import { useConsole } from '../state/use-console.ts';
import type { BoardFrame } from './board-frame.ts';
import { AXIS_HEIGHT } from './layout/fit.ts';
import { laneAt, type RowLayout } from './layout/rows.ts';
import { snap, stepFrom, type Snapping } from './layout/time-scale.ts';

/** What is kept in sight around a revealed place. */
const MARGIN = 24;

interface Parts {
  readonly frame: BoardFrame;
  readonly layout: RowLayout;
}

/** Tells the rest of the console how window pixels and the board go together, as long as the board is there. */
export function useGeometry(scroller: RefObject<HTMLDivElement | null>, parts: Parts): void {
  const console = useConsole();
  const last = useRef(parts);
  useLayoutEffect(() => {
    last.current = parts;
  });
  useEffect(() => {
    const host = scroller.current;
    if (host === null) return;
    // Read once per scroll or resize at most, never while the pointer only moves.
    let box = host.getBoundingClientRect();
    const measure = (): void => {
      box = host.getBoundingClientRect();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    addEventListener('resize', measure);
    const snapping = (): Snapping => ({
      zones: console.zones,
      zone: console.zone(),
      step: console.session.getState().step,
    });
    const geometry: BoardGeometry = {
      at: (x, y) => {
        const { frame, layout } = last.current;
        const inside = x >= box.left + frame.side && x < box.right && y >= box.top + AXIS_HEIGHT && y < box.bottom;
        if (!inside) return null;
        return {
          laneId: laneAt(layout, y - box.top - AXIS_HEIGHT + host.scrollTop),
          at: frame.scale.at(x - box.left - frame.side + host.scrollLeft),
        };
      },
      snap: (at) => snap(snapping(), at),
      step: (at, steps) => stepFrom(snapping(), at, steps),
      edges: () => ({
        left: box.left + last.current.frame.side,
        top: box.top + AXIS_HEIGHT,
        right: box.right,
        bottom: box.bottom,
      }),
      scrollBy: (x, y) => host.scrollBy(x, y),
      reveal: (laneId, at) => {
        const { frame, layout } = last.current;
        const top = layout.topOf.get(laneId);
        if (top === undefined) return;
        const x = frame.scale.x(at);
        const height = host.clientHeight - AXIS_HEIGHT;
        const width = host.clientWidth - frame.side;
        if (top < host.scrollTop) host.scrollTop = top;
        else if (top + layout.laneHeight > host.scrollTop + height) host.scrollTop = top + layout.laneHeight - height;
        if (x < host.scrollLeft + MARGIN) host.scrollLeft = x - MARGIN;
        else if (x > host.scrollLeft + width - MARGIN * 4) host.scrollLeft = x - width + MARGIN * 4;
      },
      lanes: () => last.current.layout.rows.flatMap((row) => (row.row === 'lane' ? [row.data.lane.id] : [])),
      focus: () => host.focus({ preventScroll: true }),
      pointOf: (laneId, at) => {
        const { frame, layout } = last.current;
        const x = box.left + frame.side + frame.scale.x(at + 15 * MINUTE) - host.scrollLeft;
        const y = box.top + AXIS_HEIGHT + (layout.topOf.get(laneId) ?? 0) + layout.laneHeight - host.scrollTop;
        return {
          x: Math.max(box.left + frame.side, Math.min(box.right - 8, x)),
          y: Math.min(box.bottom - 8, Math.max(box.top, y)),
        };
      },
    };
    console.shown.setState({ geometry });
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      console.shown.setState({ geometry: null });
    };
  }, [console, scroller]);
}
