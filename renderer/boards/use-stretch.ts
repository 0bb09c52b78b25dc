import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Instant } from '../../core/domain/time/instant.ts';
import type { TimeScale } from './layout/time-scale.ts';

interface Stretch {
  readonly scale: TimeScale;
  /** Pixels of the timeline in sight. */
  readonly timeline: number;
  /** Where the working hours begin. */
  readonly from: Instant;
  readonly fit: boolean;
  readonly place: string;
}

/** A new day, place or fit begins at its working hours; a zoom keeps what is in the middle. */
export function useStretch(
  scroller: RefObject<HTMLElement | null>,
  { scale, timeline, from, fit, place }: Stretch,
): void {
  const settled = useRef('');
  const middle = useRef<number | null>(null);
  const origin = `${place} ${scale.range.from}`;
  const key = `${origin} ${fit} ${scale.hourWidth} ${timeline}`;
  useLayoutEffect(() => {
    const host = scroller.current;
    if (host === null || timeline <= 100 || settled.current === key) return;
    const same = settled.current.startsWith(origin);
    settled.current = key;
    const left = !fit && same && middle.current !== null ? scale.x(middle.current) - timeline / 2 : scale.x(from);
    host.scrollTo({ left: Math.floor(left), behavior: 'instant' });
  }, [scroller, key, origin, scale, timeline, from, fit]);
  useEffect(() => {
    const host = scroller.current;
    if (host === null) return;
    const note = (): void => {
      middle.current = scale.at(host.scrollLeft + timeline / 2);
    };
    note();
    host.addEventListener('scroll', note, { passive: true });
    return () => host.removeEventListener('scroll', note);
  }, [scroller, scale, timeline]);
}
