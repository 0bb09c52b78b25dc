import { usePart } from '../../state/use-console.ts';
import { Call } from '../call/call.tsx';
import { Eye } from '../eye/eye.tsx';
import { AppointmentView } from './appointment-view.tsx';
import { Several } from './several.tsx';
import { WorkOrderView } from './work-order-view.tsx';

/** The right side: a call while there is one, else whatever is selected. Always beside the board, never over it. */
export function Details() {
  const { main, all } = usePart(
    (one) => one.selection,
    (selection) => selection,
  );
  const call = usePart(
    (one) => one.surfaces,
    (surfaces) => surfaces.call,
  );
  if (call !== null) return <Call who={call.who} />;
  if (all.length > 1) return <Several selected={all} />;
  if (main?.kind === 'appointment') return <AppointmentView key={main.id} id={main.id} />;
  if (main?.kind === 'workOrder') return <WorkOrderView key={main.id} id={main.id} />;
  return <Eye />;
}
