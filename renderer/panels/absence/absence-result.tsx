import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { takeBack } from '../../state/tell-done.ts';
import { useConsole, useWords } from '../../state/use-console.ts';
import { slotWords } from '../shared/day-words.ts';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import type { AbsenceResult } from './carry-out.ts';

interface ResultProps {
  readonly result: AbsenceResult;
  readonly stays: number;
  readonly onClose: () => void;
}

/** What has been done, what could not be, and the way back. */
export function Result({ result, stays, onClose }: ResultProps) {
  const console = useConsole();
  const words = useWords();
  const close = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => close.current?.focus(), []);
  const back = async (): Promise<void> => {
    setBusy(true);
    if (await takeBack(console, result.commands)) console.notices.announce(words.ui('ui.absence.takenBack'));
    onClose();
  };
  return (
    <div>
      <p
        className={panel['note']}
        data-tone={result.recorded && result.failed.length === 0 ? 'ok' : 'warn'}
        role="status"
      >
        {words.ui(result.recorded ? 'ui.absence.done' : 'ui.absence.refused', { moved: result.moved.length, stays })}
      </p>
      {result.moved.length === 0 ? null : (
        <ul className={panel['list']} style={{ marginTop: 10 }}>
          {result.moved.map(({ appointment, slot }) => (
            <li key={appointment.appointmentId}>
              {appointment.title}{' '}
              <span className={panel['muted']}>
                → {slotWords(console, words, { from: slot.start, to: slot.end })}
                {slot.technician === null ? '' : `, ${slot.technician.name}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {result.failed.map((one) => (
        <p key={one.title} className={panel['note']} data-tone="bad" style={{ marginTop: 8 }}>
          {one.title}: {one.why}
        </p>
      ))}
      <div className={form['end']}>
        {result.commands === 0 ? null : (
          <Button disabled={busy} onClick={() => void back()}>
            {words.ui('ui.absence.takeBack')}
          </Button>
        )}
        <Button ref={close} look="primary" onClick={onClose}>
          {words.ui('ui.close')}
        </Button>
      </div>
    </div>
  );
}
