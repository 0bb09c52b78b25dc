import { useEffect, useLayoutEffect, useRef } from 'react';
import { useConsole, usePart, useWords } from '../state/use-console.ts';
import type { Drag } from '../state/drag-state.ts';
import styles from './drag.module.css';
import { explain, type CardLine } from './explain.ts';

const MARKS: Readonly<Record<CardLine['mark'], string>> = { good: '✓', same: '±', caution: '!', block: '✕' };
const AWAY = 18;
const MARGIN = 8;

/** Beside the pointer, on the side where there is room: never under it and never outside the window. */
export function beside(
  pointer: { readonly x: number; readonly y: number },
  card: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const right = pointer.x + AWAY + card.width + MARGIN <= window.width;
  const below = pointer.y + AWAY + card.height + MARGIN <= window.height;
  return {
    x: Math.max(MARGIN, right ? pointer.x + AWAY : pointer.x - AWAY - card.width),
    y: Math.max(MARGIN, below ? pointer.y + AWAY : pointer.y - AWAY - card.height),
  };
}

function Card({ drag }: { readonly drag: Drag }) {
  const words = useWords();
  const { shown } = useConsole();
  const host = useRef<HTMLDivElement>(null);
  const pointer = useRef({ x: -1, y: -1 });
  const size = useRef({ width: 0, height: 0 });
  const card = explain(words, drag);
  const put = (): void => {
    const at = beside(pointer.current, size.current, { width: innerWidth, height: innerHeight });
    host.current?.style.setProperty('transform', `translate(${at.x}px, ${at.y}px)`);
  };
  useEffect(() => {
    const onMove = (event: PointerEvent): void => {
      pointer.current = { x: event.clientX, y: event.clientY };
      put();
    };
    addEventListener('pointermove', onMove);
    return () => removeEventListener('pointermove', onMove);
  }, []);
  useLayoutEffect(() => {
    // Measured once per change of its words, not while it moves.
    const box = host.current?.getBoundingClientRect();
    if (box !== undefined) size.current = { width: box.width, height: box.height };
    if (drag.by === 'keyboard' && drag.laneId !== null)
      pointer.current = shown.getState().geometry?.pointOf(drag.laneId, drag.start) ?? pointer.current;
    if (pointer.current.x >= 0) put();
  });
  const hidden = drag.by === 'pointer' && pointer.current.x < 0;
  return (
    <div
      ref={host}
      className={styles['card']}
      data-level={card.level}
      aria-hidden="true"
      style={hidden ? { opacity: 0 } : {}}
    >
      <div className={styles['title']}>{card.title}</div>
      {card.lines.map((line) => (
        <div key={line.text} className={styles['line']} data-mark={line.mark}>
          <span>{MARKS[line.mark]}</span>
          <span>{line.text}</span>
        </div>
      ))}
    </div>
  );
}

/** Says at the pointer, in words, why a place fits or not. */
export function DragCardLayer() {
  const drag = usePart(
    (console) => console.drag,
    (state) => state.drag,
  );
  return drag === null ? null : <Card drag={drag} />;
}
