import { useId } from 'react';
import type { LocationId } from '../../core/domain/organization/location.ts';
import { addDays, type LocalDate } from '../../core/domain/time/local-date.ts';
import { Segmented } from '../design/segmented.tsx';
import { useDate, useSession, useWords } from '../state/use-console.ts';
import type { Choice, ChoiceKind, SelectedSheet } from './choice.ts';
import { PAPER_NAMES, type PaperName } from './paper.ts';
import styles from './print.module.css';
import { ResourceTicks } from './resource-ticks.tsx';

interface PrintFieldsProps {
  readonly locationId: LocationId;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
  readonly selected: SelectedSheet | undefined;
  readonly date: LocalDate;
  readonly onDate: (date: LocalDate) => void;
  readonly paper: PaperName;
  readonly onPaper: (paper: PaperName) => void;
}

/** Which day, whose sheets, on which paper. */
export function PrintFields(props: PrintFieldsProps) {
  const { locationId, choice, onChoice, selected, date, onDate, paper, onPaper } = props;
  const words = useWords();
  const days = useDays(date);
  const name = useId();
  const labels: readonly (readonly [ChoiceKind, string])[] = [
    ['technicians', words.ui('ui.printing.technicians')],
    ['bays', words.ui('ui.printing.bays')],
    ...(selected === undefined
      ? []
      : [['selected', words.ui('ui.printing.selected', { name: selected.resource.name })] as const]),
    ['chosen', words.ui('ui.printing.chosen')],
  ];
  return (
    <>
      <fieldset className={styles['field']}>
        <legend className={styles['caption']}>{words.ui('ui.printing.which')}</legend>
        {labels.map(([kind, label]) => (
          <label key={kind} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              value={kind}
              checked={choice.kind === kind}
              onChange={() => onChoice({ ...choice, kind })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {choice.kind === 'chosen' ? (
        <ResourceTicks
          locationId={locationId}
          chosen={choice.chosen}
          onChosen={(chosen) => onChoice({ kind: 'chosen', chosen })}
        />
      ) : null}
      <label className={styles['field']}>
        <span className={styles['caption']}>{words.ui('ui.printing.day')}</span>
        <select
          className={styles['input']}
          value={date}
          onChange={(event) => onDate(days.find((day) => day === event.target.value) ?? date)}
        >
          {days.map((day) => (
            <option key={day} value={day}>
              {words.longDate(day)}
            </option>
          ))}
        </select>
      </label>
      <div className={styles['field']}>
        <span className={styles['caption']}>{words.ui('ui.printing.paper')}</span>
        <Segmented
          label={words.ui('ui.printing.paper')}
          value={paper}
          options={PAPER_NAMES.map((value) => ({ value, label: words.ui(`ui.printing.paper.${value}`) }))}
          onChange={onPaper}
        />
      </div>
    </>
  );
}

/** The days in sight and the one after them, for tomorrow's sheets in the evening; the chosen day is always there. */
function useDays(chosen: LocalDate): readonly LocalDate[] {
  const first = useDate();
  const count = useSession((session) => session.days);
  const days = Array.from({ length: count + 1 }, (_, index) => addDays(first, index));
  return days.includes(chosen) ? days : [chosen, ...days].toSorted();
}
