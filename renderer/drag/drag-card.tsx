import { useLayoutEffect, useRef } from 'react';
import { useConsole, usePart, useWords } from '../state/use-console.ts';
import type { Drag } from '../state/drag-state.ts';
import { beside } from './beside.ts';
import styles from './drag.module.css';
import { explain, type CardLine } from './explain.ts';

const MARKS: Readonly<Record<CardLine['mark'], string>> = { good: '✓', same: '±', caution: '!', block: '✕' };
interface Floating {
  /** The pointer, or the lifted bar's place; the card stays hidden until there is one. */
  point(at: { readonly x: number; readonly y: number }): void;
  /** The card's words have changed, and so may its size. */
  measure(): void;
}

/** Moves a card by transform alone; its size is read once per change of its words. */
function floating(card: HTMLElement): Floating {
  let pointer: { readonly x: number; readonly y: number } | null = null;
  let size = { width: 0, height: 0 };
  const put = (): void => {
    if (pointer === null) return;
    const at = beside(pointer, size, { width: innerWidth, height: innerHeight });
    card.style.transform = `translate(${at.x}px, ${at.y}px)`;
    card.style.visibility = 'visible';
  };
  return {
    point: (at) => {
      pointer = at;
      put();
    },
    measure: () => {
      const { width, height } = card.getBoundingClientRect();
      size = { width, height };
      put();
    },
  };
}

function Card({ drag }: { readonly drag: Drag }) {
  const words = useWords();
  const { shown } = useConsole();
  const host = useRef<HTMLDivElement>(null);
  const place = useRef<Floating | null>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const made = floating(host.current);
    place.current = made;
    const onMove = (event: PointerEvent): void => made.point({ x: event.clientX, y: event.clientY });
    addEventListener('pointermove', onMove);
    return () => removeEventListener('pointermove', onMove);
  }, []);
  useLayoutEffect(() => {
    place.current?.measure();
    const { geometry } = shown.getState();
    if (drag.by === 'keyboard' && drag.laneId !== null && geometry !== null)
      place.current?.point(geometry.pointOf(drag.laneId, drag.start));
  }, [drag, shown]);
  const card = explain(words.on(drag.start), drag);
  return (
    <div ref={host} className={styles['card']} data-level={card.level} aria-hidden="true">
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
