import { ChevronDown, Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import { IconButton } from '../../design/icon-button.tsx';
import { Menu } from '../../design/menu.tsx';
import { useWords } from '../../state/use-console.ts';
import panel from '../shared/panel.module.css';
import styles from './tray.module.css';

export interface TrayFilter {
  readonly text: string;
  /** Null shows all, whenever it is due. */
  readonly days: number | null;
}

export const NO_FILTER: TrayFilter = { text: '', days: null };
export const TRAY_FILTER = 'tray-filter';
const CHOICES: readonly (number | null)[] = [null, 0, 1, 3, 7, 14];

interface TrayFilterProps {
  readonly filter: TrayFilter;
  /** How many cards it hides: a filter that hides says so. */
  readonly hidden: number;
  readonly onChange: (filter: TrayFilter) => void;
  /** The arrow down goes from the field into the list. */
  readonly onEnterList: () => void;
}

export function TrayFilterField({ filter, hidden, onChange, onEnterList }: TrayFilterProps) {
  const words = useWords();
  const dueWords = (days: number | null): string =>
    days === null
      ? words.ui('ui.tray.filter.all')
      : days === 0
        ? words.ui('ui.tray.filter.today')
        : words.ui('ui.tray.filter.days', { days });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && (filter.text !== '' || filter.days !== null)) {
      event.preventDefault();
      onChange(NO_FILTER);
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onEnterList();
    }
  };
  return (
    <>
      <div className={styles['filter']}>
        <Search size={14} strokeWidth={1.5} aria-hidden="true" />
        <input
          id={TRAY_FILTER}
          className={styles['input']}
          value={filter.text}
          placeholder={words.ui('ui.tray.filter')}
          aria-label={words.ui('ui.tray.filter.label')}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
          onKeyDown={onKey}
        />
        {filter.text === '' ? null : (
          <IconButton
            size="small"
            look="quiet"
            label={words.ui('ui.tray.filter.clear')}
            onClick={() => onChange({ ...filter, text: '' })}
          >
            <X size={14} strokeWidth={1.5} />
          </IconButton>
        )}
        <Menu
          align="end"
          trigger={
            <Button
              look="quiet"
              size="small"
              className={styles['due']}
              aria-label={`${words.ui('ui.tray.filter.due')}: ${dueWords(filter.days)}`}
            >
              {dueWords(filter.days)} <ChevronDown size={12} strokeWidth={1.5} />
            </Button>
          }
          sections={[
            {
              label: words.ui('ui.tray.filter.due'),
              items: CHOICES.map((days) => ({
                id: String(days),
                label: dueWords(days),
                checked: days === filter.days,
                onSelect: () => onChange({ ...filter, days }),
              })),
            },
          ]}
        />
      </div>
      {hidden === 0 ? null : (
        <div className={styles['hidden']} role="status">
          <Chip>{words.ui(filter.text === '' ? 'ui.tray.hides.later' : 'ui.tray.hides', { count: hidden })}</Chip>
          <button type="button" className={panel['link']} onClick={() => onChange(NO_FILTER)}>
            {words.ui('ui.tray.showAll')}
          </button>
        </div>
      )}
    </>
  );
}
