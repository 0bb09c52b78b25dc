import { MapPin } from 'lucide-react';
import { memo, type CSSProperties, type PointerEvent } from 'react';
import { priorityPhrase, tierPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import { instant, minutes, MINUTE } from '../../../core/domain/time/instant.ts';
import { Chip } from '../../design/chip.tsx';
import type { Words } from '../../words/words.ts';
import { weekdayWord } from '../shared/day-words.ts';
import { dueMark, type DueMark, type DueSight } from './due.ts';
import { itemKey } from './groups.ts';
import styles from './tray.module.css';

export interface CardProps {
  readonly item: TrayItem;
  readonly words: Words;
  readonly sight: DueSight;
  readonly selected: boolean;
  readonly reachable: boolean;
  readonly lifted: boolean;
  readonly onPress: (item: TrayItem, event: PointerEvent) => void;
}

export function dueWords(words: Words, mark: DueMark): string {
  switch (mark.kind) {
    case 'overdue':
      return mark.by >= 2 * 24 * 60
        ? words.ui('ui.tray.overdue.days', { days: Math.floor(mark.by / 1440) })
        : words.ui('ui.tray.overdue', { by: { duration: mark.by } });
    case 'today':
      return words.ui('ui.tray.due', { when: words.time(mark.at) });
    case 'soon':
      return words.ui('ui.tray.due', { when: `${weekdayWord(words, mark.date)} ${words.time(mark.at)}` });
    case 'week':
      return words.ui('ui.tray.due', { when: weekdayWord(words, mark.date) });
    case 'later':
      return words.ui('ui.tray.due', { when: words.date(mark.date) });
  }
}

function partWords(words: Words, part: NonNullable<TrayItem['waitsForPart']>, sight: DueSight): string {
  if (part.arrivesAt === null) return words.ui('ui.tray.parts.missing');
  const date = sight.dateOf(part.arrivesAt);
  const near = date === sight.today ? words.time(part.arrivesAt) : weekdayWord(words, date);
  return words.ui('ui.tray.parts', { when: near });
}

/** Whole minutes left, rounded up, so that the last one still reads "1 min". */
export function leftWords(words: Words, item: TrayItem, sight: DueSight): string | null {
  if (item.heldUntil === null) return null;
  const left = Math.max(0, Math.ceil((item.heldUntil - sight.now) / MINUTE));
  return left === 0 ? words.ui('ui.tray.held.over') : words.ui('ui.tray.held', { left: { duration: minutes(left) } });
}

export function startWords(words: Words, item: TrayItem, sight: DueSight): string | null {
  if (item.start === null) return null;
  const date = sight.dateOf(item.start);
  return date === sight.today ? words.time(item.start) : `${weekdayWord(words, date)} ${words.time(item.start)}`;
}

/** One piece of waiting work. Its edge has the hue of its kind; its chips are what a dispatcher decides by. */
export const TrayCard = memo(function TrayCard(props: CardProps) {
  const { item, words, sight, onPress } = props;
  const mark = dueMark(item, sight);
  const left = leftWords(words, item, sight);
  const start = startWords(words, item, sight);
  const hue: CSSProperties & Readonly<Record<`--${string}`, string>> = { '--hue': `var(--${item.kind ?? 'plain'})` };
  const lead = [item.number === null ? '' : String(item.number), start ?? ''].filter((one) => one !== '');
  // The weightiest first: where there is no room the last ones are left out whole.
  const chips = [
    ...(mark === null ? [] : [{ tone: mark.tone, text: dueWords(words, mark), why: '' }]),
    ...(left === null ? [] : [{ tone: 'warn', text: left, why: '' } as const]),
    ...(item.waitsForPart === null
      ? []
      : [{ tone: 'warn', text: partWords(words, item.waitsForPart, sight), why: item.waitsForPart.part } as const]),
    ...(item.priority === 'urgent' && mark?.tone !== 'bad'
      ? [{ tone: 'warn', text: words.say(priorityPhrase('urgent')), why: '' } as const]
      : []),
  ];
  // What the eye takes from colour, icon and tooltip, for who listens.
  const unseen = [
    item.customer,
    item.unit,
    item.field ? words.ui('ui.tray.field') : '',
    item.priority === 'high' || item.priority === 'urgent' ? words.say(priorityPhrase(item.priority)) : '',
  ].filter((one) => one !== '');
  return (
    <div
      role="option"
      aria-selected={props.selected}
      tabIndex={props.reachable ? 0 : -1}
      data-card={itemKey(item)}
      data-lifted={props.lifted}
      className={styles['card']}
      style={hue}
      title={[item.customer, item.unit].filter((one) => one !== '').join(' · ')}
      onPointerDown={(event) => onPress(item, event)}
      onFocus={(event) => event.target.scrollIntoView({ block: 'nearest' })}
    >
      <div className={styles['title']}>
        <span>{item.title}</span>
        <span>{words.duration(item.duration)}</span>
      </div>
      <div className={styles['facts']}>
        {lead.length === 0 ? null : <span>{lead.join(' · ')}</span>}
        <span className={styles['chips']}>
          {chips.map((chip) => (
            <Chip key={chip.text} tone={chip.tone} title={chip.why === '' ? undefined : chip.why}>
              {chip.text}
            </Chip>
          ))}
          {item.field ? <MapPin size={14} strokeWidth={1.5} aria-hidden="true" className={styles['field']} /> : null}
          {item.tier === null || item.tier === 'standard' ? null : (
            <Chip className={styles['tier']}>{words.say(tierPhrase(item.tier))}</Chip>
          )}
        </span>
      </div>
      <span className="visually-hidden">, {unseen.join(', ')}</span>
    </div>
  );
});

/** The sight of one minute: everything a card says changes with it and with nothing finer. */
export function sightOf(now: number, today: DueSight['today'], dateOf: DueSight['dateOf']): DueSight {
  return { now: instant(Math.floor(now / MINUTE) * MINUTE), today, dateOf };
}
