import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Field } from './field.tsx';
import styles from './field.module.css';

export interface ComboOption {
  readonly id: string;
  readonly label: ReactNode;
  readonly detail?: string | undefined;
}

interface ComboboxProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly text: string;
  readonly options: readonly ComboOption[];
  readonly onText: (text: string) => void;
  readonly onPick: (id: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly listLabel: string;
  /** Leaving an empty field takes the first option, because it is a good guess. */
  readonly takeFirst?: boolean;
}

/** A text field with a list under it: arrows walk, Enter takes, Escape closes the list alone. */
export function Combobox({
  label,
  hint,
  error,
  placeholder,
  text,
  options,
  onText,
  onPick,
  inputRef,
  listLabel,
  takeFirst = false,
}: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const shown = open && options.length > 0;
  const active = Math.min(at, options.length - 1);
  const pick = (option: ComboOption | undefined): void => {
    if (option === undefined) return;
    setOpen(false);
    onPick(option.id);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((active + step + options.length) % options.length);
    } else if (shown && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      pick(options[active]);
    } else if (shown && event.key === 'Tab' && !event.shiftKey && (text !== '' || takeFirst)) pick(options[active]);
    else if (shown && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className={styles['popup']}>
          <input
            {...wiring}
            ref={inputRef}
            role="combobox"
            aria-expanded={shown}
            aria-controls={`${wiring.id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown ? `${wiring.id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              setOpen(true);
              setAt(0);
              onText(event.target.value);
            }}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKey}
          />
          <div
            id={`${wiring.id}-list`}
            role="listbox"
            aria-label={listLabel}
            className={styles['options']}
            hidden={!shown}
          >
            {options.map((option, index) => (
              // The field keeps the focus and its keys; the pointer is the only other way here.
              <div
                key={option.id}
                id={`${wiring.id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={styles['option']}
                onPointerMove={() => setAt(index)}
                onPointerDown={(event) => {
                  event.preventDefault();
                  pick(option);
                }}
              >
                <span className={styles['optionMain']}>{option.label}</span>
                {option.detail === undefined ? null : <span className={styles['optionDetail']}>{option.detail}</span>}
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
