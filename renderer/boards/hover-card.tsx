import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { statusPhrase } from '../../core/contract/phrases/name-phrases.ts';
import { asId } from '../../core/kernel/id.ts';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import { minutesBetween } from '../../core/domain/time/instant.ts';
import { beside } from '../drag/beside.ts';
import { useConsole } from '../state/use-console.ts';
import type { BoardFrame } from './board-frame.ts';
import styles from './hover-card.module.css';
import type { BoardData } from './layout/lane-data.ts';

/** Long enough that a pointer on its way meets no card. */
const REST = 450;

interface Hover {
  readonly bar: BoardAppointment;
  readonly x: number;
  readonly y: number;
}

interface HoverCardProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly data: BoardData;
  readonly frame: BoardFrame;
}

function useHover(scroller: RefObject<HTMLElement | null>, data: BoardData): Hover | null {
  const { drag } = useConsole();
  const [hover, setHover] = useState<Hover | null>(null);
  useEffect(() => {
    const host = scroller.current;
    if (host === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at: string | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      at = undefined;
      setHover(null);
    };
    const onOver = (event: PointerEvent): void => {
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-appointment]') : null;
      const id = element?.dataset['appointment'];
      if (id === at) return;
      hide();
      const bar = id === undefined ? undefined : data.byId.get(asId<'appointment'>(id));
      if (bar === undefined || event.pointerType === 'touch') return;
      at = id;
      timer = setTimeout(() => {
        if (drag.getState().drag === null) setHover({ bar, x: event.clientX, y: event.clientY });
      }, REST);
    };
    host.addEventListener('pointerover', onOver);
    for (const name of ['pointerleave', 'pointerdown', 'scroll', 'keydown']) host.addEventListener(name, hide);
    return () => {
      hide();
      host.removeEventListener('pointerover', onOver);
      for (const name of ['pointerleave', 'pointerdown', 'scroll', 'keydown']) host.removeEventListener(name, hide);
    };
  }, [data, drag, scroller]);
  return hover;
}

function Card({ hover, frame }: { readonly hover: Hover; readonly frame: BoardFrame }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = host.current;
    if (card === null) return;
    const at = beside(hover, card.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
    card.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }, [hover]);
  const { bar } = hover;
  const { words, nameOf } = frame;
  const length = words.duration(minutesBetween(bar.start, bar.end));
  const lines = [
    `${words.times({ from: bar.start, to: bar.end })} · ${length} · ${words.say(statusPhrase(bar.state.status))}`,
    bar.claims.map((claim) => nameOf(claim.resourceId)).join(' · '),
    [bar.customer, bar.unit].filter((text) => text !== '').join(' · '),
  ];
  return (
    <div ref={host} className={styles['hoverCard']} aria-hidden="true">
      <b>{bar.title}</b>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <span key={line}>{line}</span>
        ))}
      {bar.due === null ? null : (
        <span data-tone={bar.atRisk ? 'bad' : undefined}>
          {words.ui(bar.atRisk ? 'ui.board.card.risk' : 'ui.board.card.due', { due: { moment: bar.due } })}
        </span>
      )}
    </div>
  );
}

/** What the pointer rests on, uncut. All of it is also in the bar's name and in the details. */
export function HoverCard({ scroller, data, frame }: HoverCardProps) {
  const hover = useHover(scroller, data);
  return hover === null ? null : <Card hover={hover} frame={frame} />;
}
