import { usePart, useWords } from '../../state/use-console.ts';
import { Call } from '../call/call.tsx';
import styles from '../shared/panel.module.css';
import { AppointmentView } from './appointment-view.tsx';
import { Several } from './several.tsx';
import { WorkOrderView } from './work-order-view.tsx';

/** The right side: a call while there is one, else whatever is selected. Always beside the board, never over it. */
export function Details() {
  const words = useWords();
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
  return (
    <div className={styles['panel']}>
      <div className={styles['empty']}>
        <strong>{words.ui('ui.details.empty.title')}</strong>
        <p>{words.ui('ui.details.empty.text')}</p>
      </div>
    </div>
  );
}
