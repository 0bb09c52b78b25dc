import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { addDays, type LocalDate } from '../../core/domain/time/local-date.ts';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Popover } from '../design/popover.tsx';
import { useConsole, useDate, useToday, useWords } from '../state/use-console.ts';
import { catalogueWord } from './month-words.ts';
import styles from './day-picker.module.css';
import { firstOfMonth, monthWeeks, nextMonth, previousMonth } from './month.ts';

const MOVES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function Month({ onChoose }: { readonly onChoose: (date: LocalDate) => void }) {
  const words = useWords();
  const today = useToday();
  const chosen = useDate();
  const [at, setAt] = useState(chosen);
  const table = useRef<HTMLTableElement>(null);
  // The chosen day takes the focus before the popover looks for something to focus, and the next one before the next key:
  // a day of another month is a new button, and a key between the two would be lost.
  const walks = useRef(true);
  useLayoutEffect(() => {
    if (walks.current) table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walks.current = false;
  }, [at]);
  const onKey = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    walks.current = true;
    setAt(addDays(at, move));
  };
  return (
    <div>
      <div className={styles['head']}>
        <IconButton
          size="small"
          look="quiet"
          label={words.ui('ui.go.month.previous')}
          onClick={() => setAt(previousMonth(at))}
        >
          <ChevronLeft size={16} strokeWidth={1.5} />
        </IconButton>
        <span className={styles['title']} aria-live="polite">
          {catalogueWord(words, 'month', Number(at.slice(5, 7)))} {at.slice(0, 4)}
        </span>
        <IconButton size="small" look="quiet" label={words.ui('ui.go.month.next')} onClick={() => setAt(nextMonth(at))}>
          <ChevronRight size={16} strokeWidth={1.5} />
        </IconButton>
      </div>
      <table ref={table} className={styles['grid']}>
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th key={weekday} scope="col">
                {catalogueWord(words, 'weekday', weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(firstOfMonth(at)).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    className={styles['day']}
                    data-date={date}
                    data-other={date.slice(0, 7) !== at.slice(0, 7)}
                    data-today={date === today}
                    aria-pressed={date === chosen}
                    aria-label={words.longDate(date)}
                    tabIndex={date === at ? 0 : -1}
                    onKeyDown={onKey}
                    onClick={() => onChoose(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The day in sight, and a month to choose another. */
export function DayPicker() {
  const words = useWords();
  const { session } = useConsole();
  const today = useToday();
  const date = useDate();
  const [open, setOpen] = useState(false);
  const choose = (next: LocalDate): void => {
    session.setState({ date: next === today ? null : next });
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words.ui('ui.go.pick')}
      trigger={
        <Button style={{ fontWeight: 600 }} aria-label={`${words.ui('ui.go.pick')}: ${words.longDate(date)}`}>
          {words.longDate(date)}
        </Button>
      }
    >
      <Month onChoose={choose} />
    </Popover>
  );
}
