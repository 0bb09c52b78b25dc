import { useEffect, useState, type KeyboardEvent } from 'react';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { useConsole, useWords } from '../../state/use-console.ts';
import { Field } from '../shared/field.tsx';
import { changeAppointment } from './change-appointment.ts';

/** Notes are kept when the field is left, or with Ctrl+Enter. Escape brings back what was there. */
export function Notes({ appointment }: { readonly appointment: Appointment }) {
  const console = useConsole();
  const words = useWords();
  const [text, setText] = useState(appointment.description);
  useEffect(() => setText(appointment.description), [appointment.description]);
  const keep = async (): Promise<void> => {
    if (text.trim() === appointment.description) return;
    const kept = await changeAppointment(console, appointment, { description: text.trim() });
    if (kept) console.notices.announce(words.ui('ui.notes.kept'));
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setText(appointment.description);
  };
  return (
    <div style={{ marginTop: 16 }}>
      <Field label={words.ui('ui.details.notes')}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            value={text}
            placeholder={words.ui('ui.notes.hint')}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void keep()}
            onKeyDown={onKey}
          />
        )}
      </Field>
    </div>
  );
}
