import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import type { Fault, Refusal } from '../../core/contract/refusal.ts';
import type { JobSheets } from '../../core/contract/views/sheet-view.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';
import { Button } from '../design/button.tsx';
import { useWords } from '../state/use-console.ts';
import type { Choice } from './choice.ts';
import styles from './print.module.css';

interface NoSheetsProps {
  readonly choice: Choice;
  readonly date: LocalDate;
  readonly sheets: JobSheets | undefined;
  readonly error: Refusal | Fault | undefined;
  readonly onAgain: () => void;
}

/** Why there is nothing to look at, and what to do about it. */
export function NoSheets({ choice, date, sheets, error, onAgain }: NoSheetsProps) {
  const words = useWords();
  if (error !== undefined)
    return (
      <div className={styles['nothing']} role="alert">
        <h2>{words.ui('ui.printing.failed')}</h2>
        <p>{words.say(errorPhrase(error))}</p>
        <Button onClick={onAgain}>{words.ui('ui.state.again')}</Button>
      </div>
    );
  if (choice.kind === 'chosen' && choice.chosen.length === 0)
    return <p className={styles['nothing']}>{words.ui('ui.printing.choose')}</p>;
  if (sheets === undefined || sheets.sheets.length > 0)
    return (
      <p className={styles['nothing']} aria-busy="true">
        {words.ui('ui.printing.loading')}
      </p>
    );
  const which = choice.kind === 'bays' ? 'bays' : 'technicians';
  return (
    <p className={styles['nothing']} role="status">
      {words.ui(`ui.printing.empty.${which}`, { day: words.date(date) })}
    </p>
  );
}
