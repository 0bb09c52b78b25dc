import { useConsole, usePart } from '../../state/use-console.ts';
import { AbsenceDialog } from '../absence/absence-dialog.tsx';
import { PlanDialog } from '../plan/plan-dialog.tsx';
import { RepairDialog } from '../repair/repair-dialog.tsx';
import { CancelAppointment, CancelWorkOrder } from './cancel-dialogs.tsx';
import { CautionDialog } from './caution-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** Whatever `surfaces.open` names that has no place of its own, and above it the question about cautions. */
export function Dialogs() {
  const { surfaces } = useConsole();
  const { open, question } = usePart(
    (one) => one.surfaces,
    (state) => state,
  );
  const close = (): void => surfaces.close();
  return (
    <>
      {open?.kind === 'absence' ? (
        <AbsenceDialog key={open.resourceId} resourceId={open.resourceId} onClose={close} />
      ) : null}
      {open?.kind === 'cancel' ? <CancelAppointment id={open.appointmentId} onClose={close} /> : null}
      {open?.kind === 'cancelWorkOrder' ? (
        <CancelWorkOrder id={open.workOrderId} title={open.title} onClose={close} />
      ) : null}
      {open?.kind === 'plan' ? <PlanDialog onClose={close} /> : null}
      {open?.kind === 'repair' ? <RepairDialog trouble={open.trouble} onClose={close} /> : null}
      {open?.kind === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
      {open?.kind === 'settings' ? <SettingsDialog onClose={close} /> : null}
      {question === null ? null : <CautionDialog question={question} />}
    </>
  );
}
