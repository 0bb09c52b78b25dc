import { useEffect, useRef, type KeyboardEvent } from 'react';
import { shortReason } from '../../../core/contract/phrases/reason-phrase.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import { daysBetween } from '../../../core/domain/time/local-date.ts';
import { Chip } from '../../design/chip.tsx';
import { useConsole, useToday, useWords } from '../../state/use-console.ts';
import { dateOf, shortSlotWords } from '../shared/day-words.ts';
import { chipFacts, factTone, factWords } from '../shared/placement-words.ts';
import styles from './slots.module.css';

interface SlotListProps {
  readonly label: string;
  readonly slots: readonly SuggestionView[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onBook: (index: number) => void;
  /** Said after the people, such as that it is later than the promise. */
  readonly note?: (slot: SuggestionView) => string | null;
  /** True when it has a date already: how long it waits says nothing then. */
  readonly moving?: boolean;
}

function People({ slot }: { readonly slot: SuggestionView }) {
  const names = [slot.technician?.name, slot.bay?.name].filter((name) => name !== undefined);
  return <div className={styles['people']}>{names.join(' · ')}</div>;
}

interface ChipsProps {
  readonly slot: SuggestionView;
  readonly note: string | null;
  readonly moving: boolean;
}

function Chips({ slot, note, moving }: ChipsProps) {
  const words = useWords();
  return (
    <div className={styles['chips']}>
      {note === null ? null : <Chip tone="warn">{note}</Chip>}
      {slot.cautions.map((one) => (
        <Chip key={`${one.reason.rule} ${one.reason.why}`} tone="warn">
          {words.say(shortReason(one.reason))}
        </Chip>
      ))}
      {chipFacts(
        slot.facts.filter((fact) => fact.fact !== 'cautions'),
        moving,
      ).map((fact) => (
        <Chip key={factWords(words, fact)} tone={factTone(fact)}>
          {factWords(words, fact)}
        </Chip>
      ))}
    </div>
  );
}

/** The best slots: looked at with pointer or focus they stand on the board as ghosts; Enter takes one. */
export function SlotList({ label, slots, chosen, onChoose, onBook, note, moving = false }: SlotListProps) {
  const console = useConsole();
  const words = useWords();
  const today = useToday();
  const list = useRef<HTMLDivElement>(null);
  const { selection, session } = console;
  useEffect(() => () => selection.showGhosts([], null), [selection]);

  const choose = (index: number): void => {
    const slot = slots[index];
    if (slot === undefined) return;
    onChoose(index);
    // A ghost on another day is brought into sight, because it was asked for.
    const date = dateOf(console, slot.start);
    const away = daysBetween(console.date(), date);
    if (away < 0 || away >= session.getState().days) session.setState({ date: date === today ? null : date });
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined && !event.altKey) {
      event.preventDefault();
      const next = (index + step + slots.length) % slots.length;
      choose(next);
      list.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      onBook(index);
    }
  };
  return (
    <div ref={list} role="radiogroup" aria-label={label} className={styles['slots']}>
      {slots.map((slot, index) => {
        const near = daysBetween(today, dateOf(console, slot.start)) < 7;
        return (
          <button
            key={`${slot.start} ${slot.technician?.id ?? ''} ${slot.bay?.id ?? ''}`}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            tabIndex={index === chosen ? 0 : -1}
            className={styles['slot']}
            onPointerEnter={() => selection.showGhosts(slots, index)}
            onPointerLeave={() => selection.showGhosts([], null)}
            onFocus={() => selection.showGhosts(slots, index)}
            onBlur={() => selection.showGhosts([], null)}
            onClick={() => choose(index)}
            onDoubleClick={() => onBook(index)}
            onKeyDown={(event) => onKey(event, index)}
          >
            <div className={styles['top']}>
              <span>{shortSlotWords(console, words, { from: slot.start, to: slot.end }, near)}</span>
              <span title={words.ui('ui.slots.confidence')}>
                <span className="visually-hidden">{words.ui('ui.slots.confidence')} </span>
                {slot.confidence.toFixed(2)}
              </span>
            </div>
            <People slot={slot} />
            <Chips slot={slot} note={note?.(slot) ?? null} moving={moving} />
          </button>
        );
      })}
    </div>
  );
}
