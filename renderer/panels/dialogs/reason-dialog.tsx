import { useState, type FormEvent } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { useWords } from '../../state/use-console.ts';
import { TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** Ready-made reasons; one click takes one. */
  readonly reasons: readonly string[];
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why before something is called off. */
export function ReasonDialog({ title, text, action, reasons, onSend, onClose }: ReasonDialogProps) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onSend(reason.trim());
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={title} width={460}>
      <form className={form['stack']} onSubmit={send}>
        <p className={panel['muted']}>{text}</p>
        <TextField
          label={words.ui('ui.reason')}
          value={reason}
          maxLength={500}
          error={tried && reason.trim() === '' ? words.ui('ui.reason.missing') : undefined}
          onChange={setReason}
        />
        <div className={panel['chips']}>
          {reasons.map((one) => (
            <Button key={one} size="small" aria-pressed={one === reason} onClick={() => setReason(one)}>
              {one}
            </Button>
          ))}
        </div>
        <div className={form['end']}>
          <Button onClick={onClose}>{words.ui('ui.move.leave')}</Button>
          <Button look="primary" type="submit">
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
