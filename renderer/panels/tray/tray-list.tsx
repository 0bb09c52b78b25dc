import { useId, useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import type { LocalDate } from '../../../core/domain/time/local-date.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import { sameSelected, type Selected } from '../../state/selection.ts';
import type { TrayTab } from '../../state/surfaces.ts';
import { useConsole, usePart, useToday, useWords } from '../../state/use-console.ts';
import { dateOf } from '../shared/day-words.ts';
import { DETAILS_TITLE, focusSoon } from '../shared/focus.ts';
import { groupItems, itemKey } from './groups.ts';
import { liftCard, pressCard } from './lift-card.ts';
import { sightOf, TrayCard } from './tray-card.tsx';
import styles from './tray.module.css';

export const TRAY_LIST = 'tray-list';

export function selectedOf(item: TrayItem): Selected | null {
  if (item.appointmentId !== null) return { kind: 'appointment', id: item.appointmentId };
  return item.workOrderId === null ? null : { kind: 'workOrder', id: item.workOrderId };
}

/** Puts the keyboard on the chosen card, else on the first one. */
export function focusCard(key?: string): void {
  const list = document.getElementById(TRAY_LIST);
  const wanted = key === undefined ? null : list?.querySelector<HTMLElement>(`[data-card="${key}"]`);
  (wanted ?? list?.querySelector<HTMLElement>('[data-card][tabindex="0"]'))?.focus();
}

interface TrayListProps {
  readonly items: readonly TrayItem[];
  readonly tab: TrayTab;
  readonly label: string;
}

/** Cards in groups: arrows walk, Enter opens the details, Space lifts onto the board. */
export function TrayList({ items, tab, label }: TrayListProps) {
  const console = useConsole();
  const words = useWords();
  const today = useToday();
  const id = useId();
  const minute = usePart(
    (one) => one.clock,
    ({ now }) => Math.floor(now / 60_000),
  );
  const selection = usePart(
    (one) => one.selection,
    (state) => state,
  );
  const airborne = usePart(
    (one) => one.drag,
    ({ drag }) => (drag?.subject.kind === 'workOrder' ? drag.subject.id : null),
  );
  const sight = useMemo(
    () => sightOf(minute * 60_000, today, (at: Instant): LocalDate => dateOf(console, at)),
    [console, minute, today],
  );
  const groups = useMemo(() => groupItems(items, tab, today, sight.dateOf), [items, tab, today, sight]);
  const flat = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const isMain = (item: TrayItem): boolean => sameSelected(selection.main, selectedOf(item));
  const reachable = flat.find(isMain) ?? flat[0];

  const handlers = useMemo(
    () => ({
      choose: (item: TrayItem, add: boolean): void => {
        const one = selectedOf(item);
        if (one === null) return;
        if (add) console.selection.toggle(one);
        else console.selection.select(one);
      },
      open: (item: TrayItem): void => {
        console.selection.select(selectedOf(item));
        console.session.setState({ detailsOpen: true });
        focusSoon(DETAILS_TITLE);
      },
      press: (item: TrayItem, event: PointerEvent): void => pressCard(console, item, event),
    }),
    [console],
  );

  const itemAt = (target: EventTarget): TrayItem | undefined => {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;
    return flat.find((item) => itemKey(item) === card?.dataset['card']);
  };
  const onClick = (event: MouseEvent): void => {
    const item = itemAt(event.target);
    if (item === undefined) return;
    if (event.detail > 1) handlers.open(item);
    else handlers.choose(item, event.ctrlKey || event.metaKey);
  };
  const onKey = (event: KeyboardEvent): void => {
    const item = itemAt(event.target);
    const at = item === undefined ? -1 : flat.indexOf(item);
    if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: flat.length - 1 }[event.key];
    const next = goal === undefined ? undefined : flat[Math.min(flat.length - 1, Math.max(0, goal))];
    if (next !== undefined) {
      event.preventDefault();
      console.selection.select(selectedOf(next));
      focusCard(itemKey(next));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      handlers.open(item);
    } else if (event.key === ' ') {
      event.preventDefault();
      console.selection.select(selectedOf(item));
      // Where it was lifted from is where the keyboard comes back to; the next card when this one has gone.
      const neighbour = flat[at + 1] ?? flat[at - 1];
      const lifted = liftCard(console, item, () => {
        const there = document.querySelector(`[data-card="${itemKey(item)}"]`) !== null;
        focusCard(there || neighbour === undefined ? itemKey(item) : itemKey(neighbour));
      });
      if (!lifted) console.notices.announce(words.ui('ui.tray.cannotLift'));
    }
  };

  return (
    <div
      id={TRAY_LIST}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-describedby={`${id}-keys`}
      data-keys="through"
      tabIndex={-1}
      className={styles['list']}
      onClick={onClick}
      onKeyDown={onKey}
    >
      <span id={`${id}-keys`} className="visually-hidden">
        {words.ui('ui.tray.keys')}
      </span>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
          <div id={`${id}-${group.name}`} className={styles['head']}>
            <span>
              {words.ui(`ui.tray.group.${tab === 'unassigned' && group.name === 'today' ? 'overdue' : group.name}`)}
            </span>
            <span>{words.ui('ui.tray.group.sum', { count: group.items.length, work: { duration: group.work } })}</span>
          </div>
          {group.items.map((item) => (
            <TrayCard
              key={itemKey(item)}
              item={item}
              words={words}
              sight={sight}
              selected={selection.all.some((one) => sameSelected(one, selectedOf(item)))}
              reachable={item === reachable}
              lifted={airborne !== null && airborne === item.workOrderId}
              onPress={handlers.press}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
