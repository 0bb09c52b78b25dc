import { useEffect, useEffectEvent, type RefObject } from 'react';

/**
 * Keys that belong to a whole form, whichever field they are struck in. Listens behind React's own handlers, so that a
 * field which has used a key keeps it.
 */
export function useFormKeys(form: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const handle = useEffectEvent((event: KeyboardEvent): void => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Node)) return;
    if (form.current?.contains(target) === true) onKey(event);
  });
  useEffect(() => {
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, []);
}
