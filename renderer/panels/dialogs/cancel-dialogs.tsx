import { useConsole, useQuery, useWords } from '../../state/use-console.ts';
import { tellDone } from '../../state/tell-done.ts';
import { slotWords } from '../shared/day-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

interface CancelProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function CancelAppointment({ id, onClose }: CancelProps) {
  const console = useConsole();
  const words = useWords();
  const one = useQuery('appointmentDetails', { id }).value?.appointment;
  if (one === undefined) return null;
  const when = slotWords(console, words, { from: one.start, to: one.end });
  const send = async (reason: string): Promise<void> => {
    onClose();
    const reply = await console.perform('cancelAppointment', { id, reason }, { why: reason });
    if (reply.ok) tellDone(console, words.ui('ui.cancel.done', { title: one.title }));
  };
  return (
    <ReasonDialog
      title={words.ui('ui.cancel.title')}
      text={words.ui(one.workOrderId === null ? 'ui.cancel.text' : 'ui.cancel.textOrder', { title: one.title, when })}
      action={words.ui('ui.status.cancel')}
      reasons={(['customer', 'parts', 'staff', 'mistake'] as const).map((why) => words.ui(`ui.cancel.why.${why}`))}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}

export function CancelWorkOrder({ id, title, onClose }: CancelProps & { readonly title: string }) {
  const console = useConsole();
  const words = useWords();
  const send = async (reason: string): Promise<void> => {
    onClose();
    const reply = await console.perform('cancelWorkOrder', { id, reason }, { why: reason });
    if (!reply.ok) return;
    console.selection.select(null);
    tellDone(console, words.ui('ui.cancel.done', { title }));
  };
  return (
    <ReasonDialog
      title={words.ui('ui.cancelOrder.title')}
      text={words.ui('ui.cancelOrder.text', { title })}
      action={words.ui('ui.cancelOrder.action')}
      reasons={(['customer', 'double', 'mistake'] as const).map((why) => words.ui(`ui.cancel.why.${why}`))}
      onSend={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
