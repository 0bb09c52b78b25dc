import { Dialog } from '../design/dialog.tsx';
import { useConsole, useLocation, usePart, useWords } from '../state/use-console.ts';
import { NothingOnPaper } from './paper-root.tsx';
import './print.css';
import { PrintPanel } from './print-panel.tsx';

/** Whose sheets, on which paper, how they look; then printed, and back to the board. */
export function PrintDialog() {
  const words = useWords();
  const console = useConsole();
  const location = useLocation();
  const surface = usePart(
    (one) => one.surfaces,
    ({ open }) => open,
  );
  if (surface?.kind !== 'print' || location === undefined)
    return <NothingOnPaper text={words.ui('ui.printing.nothing')} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : console.surfaces.close())}
      title={words.ui('ui.printing.title')}
      width={1080}
    >
      <PrintPanel key={surface.resourceId ?? ''} location={location} resourceId={surface.resourceId} />
    </Dialog>
  );
}
