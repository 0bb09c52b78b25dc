import { useEffect } from 'react';
import { useConsole, usePart } from '../../state/use-console.ts';

/** A call needs the details side: it is unfolded for the call and folded again after it, as it was. */
export function CallForm() {
  const { session } = useConsole();
  const isTaken = usePart(
    (one) => one.surfaces,
    ({ call }) => call !== null,
  );
  useEffect(() => {
    if (!isTaken) return;
    const { detailsOpen } = session.getState();
    session.setState({ detailsOpen: true });
    return () => {
      if (!detailsOpen) session.setState({ detailsOpen: false });
    };
  }, [isTaken, session]);
  return null;
}
