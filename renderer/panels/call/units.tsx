import type { KeyboardEvent } from 'react';
import type { CustomerMatch } from '../../../core/contract/views/search-view.ts';
import { useWords } from '../../state/use-console.ts';
import { TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import type { CallDraft, CallUnit } from './call-draft.ts';
import styles from './call.module.css';

interface UnitsProps {
  readonly draft: CallDraft;
  readonly known: CustomerMatch['units'];
  readonly locked: boolean;
  readonly onDraft: (draft: CallDraft) => void;
}

/** Which of the customer's units it is about, or a new one. */
export function Units({ draft, known, locked, onDraft }: UnitsProps) {
  const words = useWords();
  const { unit } = draft;
  const choices: readonly { readonly key: string; readonly label: string; readonly unit: CallUnit }[] = [
    ...known.map((one) => ({
      key: one.id,
      label: [one.name, one.plate].filter((part) => part !== '').join(', '),
      unit: { kind: 'known', id: one.id } as const,
    })),
    { key: 'new', label: words.ui('ui.call.unit.new'), unit: { kind: 'new', name: '', plate: '' } },
    { key: 'none', label: words.ui('ui.call.unit.none'), unit: { kind: 'none' } },
  ];
  const chosen = unit.kind === 'known' ? unit.id : unit.kind;
  const choose = (next: CallUnit): void => {
    if (!locked) onDraft({ ...draft, unit: next });
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (index + step + choices.length) % choices.length;
    const next = choices[at];
    if (next !== undefined) choose(next.unit);
    event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus();
  };
  return (
    <>
      {known.length === 0 ? null : (
        <div role="radiogroup" aria-label={words.ui('ui.customer.unit')} className={styles['units']}>
          {choices.map((choice, index) => (
            <button
              key={choice.key}
              type="button"
              role="radio"
              aria-checked={choice.key === chosen}
              tabIndex={choice.key === chosen ? 0 : -1}
              className={styles['unit']}
              onClick={() => choose(choice.unit)}
              onKeyDown={(event) => onKey(event, index)}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
      {unit.kind === 'new' ? (
        <div className={form['row']}>
          <TextField
            label={words.ui('ui.call.unit.name')}
            value={unit.name}
            disabled={locked}
            onChange={(name) => choose({ ...unit, name })}
          />
          <TextField
            label={words.ui('ui.call.unit.plate')}
            value={unit.plate}
            disabled={locked}
            onChange={(plate) => choose({ ...unit, plate })}
          />
        </div>
      ) : null}
    </>
  );
}
