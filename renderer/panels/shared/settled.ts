import { useEffect, useState } from 'react';
import type { QueryState } from '../../bridge/query-cache.ts';

/** The value once it has rested, so that typing does not ask at every key. */
export function useSettled<T>(value: T, milliseconds = 90): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/** The last answer stays in sight while the next question is under way, so that lists do not blink. */
export function useKept<T>(state: QueryState<T>): QueryState<T> {
  const [last, setLast] = useState(state.value);
  if (state.value !== undefined && state.value !== last) setLast(state.value);
  return state.value === undefined && state.error === undefined ? { ...state, value: last } : state;
}
