import { usePart } from '../state/use-console.ts';

/** Says politely what a sighted person sees happen. The key makes the same sentence be said again. */
export function LiveRegion() {
  const { text, turn } = usePart(
    (console) => console.notices,
    (notices) => notices.spoken,
  );
  return (
    <div className="visually-hidden" aria-live="polite" role="status">
      <span key={turn}>{text}</span>
    </div>
  );
}
