import { useSyncExternalStore } from 'react';
import { useSession } from '../state/use-console.ts';

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

function watch(listener: () => void): () => void {
  const lists = QUERIES.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', listener);
  return () => {
    for (const list of lists) list.removeEventListener('change', listener);
  };
}

/** Changes whenever the tokens may have other colours: a canvas has to be told. */
export function useColours(): string {
  const theme = useSession((session) => session.theme);
  const system = useSyncExternalStore(watch, () => QUERIES.map((query) => matchMedia(query).matches).join(' '));
  return `${theme} ${system}`;
}
