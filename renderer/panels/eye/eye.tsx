import { useMemo } from 'react';
import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import { instant, type Instant } from '../../../core/domain/time/instant.ts';
import { Chip, type Tone } from '../../design/chip.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { useFaces } from '../../intents/use-intents.ts';
import type { TrayTab } from '../../state/surfaces.ts';
import { useConsole, useLocation, usePart, useQuery, useToday, useWords } from '../../state/use-console.ts';
import type { Words } from '../../words/words.ts';
import { goToAppointment, goToWorkOrder } from '../palette/go.ts';
import { dateOf } from '../shared/day-words.ts';
import { DETAILS_TITLE } from '../shared/focus.ts';
import panel from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { dueMark, type DueSight } from '../tray/due.ts';
import { itemKey } from '../tray/groups.ts';
import { showTray } from '../tray/show-tray.ts';
import { dueWords, leftWords, sightOf, startWords } from '../tray/tray-card.tsx';
import { eyeGroups, type EyeGroup, type EyeKind } from './eye-groups.ts';
import styles from './eye.module.css';

const NONE: readonly TrayItem[] = [];

function useTab(tab: TrayTab): readonly TrayItem[] | undefined {
  const location = useLocation();
  const input = location === undefined ? null : { locationId: location.id, tab, filter: '', dueWithinDays: null };
  return useQuery('tray', input).value?.items;
}

function markOf(kind: EyeKind, item: TrayItem, words: Words, sight: DueSight): { text: string; tone: Tone } | null {
  if (kind === 'held') return { text: leftWords(words, item, sight) ?? '', tone: 'warn' };
  const due = dueMark(item, sight);
  if (due === null) return null;
  return { text: dueWords(words, due), tone: 'bad' };
}

function Group({ group, sight }: { readonly group: EyeGroup; readonly sight: DueSight }) {
  const console = useConsole();
  const words = useWords();
  const location = useLocation();
  const open = (item: TrayItem): void => {
    if (item.appointmentId !== null)
      goToAppointment(
        console,
        item.appointmentId,
        item.start === null || location === undefined ? undefined : { start: item.start, locationId: location.id },
      );
    else if (item.workOrderId !== null) goToWorkOrder(console, item.workOrderId);
  };
  const aside =
    group.more === 0 ? null : (
      <button type="button" className={panel['link']} onClick={() => showTray(console, group.tab)}>
        {words.ui('ui.eye.more', { count: group.more })}
      </button>
    );
  return (
    <Section title={words.ui(`ui.eye.${group.kind}`)} aside={aside}>
      <ul className={panel['list']}>
        {group.items.map((item) => {
          const mark = markOf(group.kind, item, words, sight);
          const facts = [startWords(words, item, sight) ?? '', item.customer].filter((one) => one !== '');
          return (
            <li key={itemKey(item)}>
              <button type="button" className={styles['item']} onClick={() => open(item)}>
                <span className={styles['title']}>{item.title}</span>
                <span className={styles['facts']}>{facts.join(' · ')}</span>
                {mark === null ? null : <Chip tone={mark.tone}>{mark.text}</Chip>}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The keys a hand needs first, from the intents themselves. */
function Keys() {
  const words = useWords();
  const faces = useFaces(['go-tray', 'palette', 'call']).filter((face) => face.shortcut !== undefined);
  return (
    <Section title={words.ui('ui.eye.keys')}>
      <dl className={styles['keys']}>
        {faces.map((face) => (
          <div key={face.id}>
            <dt>{face.label}</dt>
            <dd>
              <Kbd>{face.shortcut}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** What needs an eye now, while nothing is selected: promises at risk, holds running out, overdue work. */
export function Eye() {
  const console = useConsole();
  const words = useWords();
  const today = useToday();
  const risk = useTab('risk');
  const held = useTab('held');
  const unassigned = useTab('unassigned');
  const minute = usePart(
    (one) => one.clock,
    ({ now }) => Math.floor(now / 60_000),
  );
  const sight = useMemo(
    () => sightOf(minute * 60_000, today, (at: Instant) => dateOf(console, at)),
    [console, minute, today],
  );
  const known = risk !== undefined && held !== undefined && unassigned !== undefined;
  const groups = eyeGroups(
    { risk: risk ?? NONE, held: held ?? NONE, unassigned: unassigned ?? NONE },
    instant(sight.now),
  );
  return (
    <div className={panel['panel']}>
      <h2 id={DETAILS_TITLE} tabIndex={-1} className={panel['title']}>
        {words.ui('ui.eye.title')}
      </h2>
      {known && groups.length === 0 ? <p className={panel['muted']}>{words.ui('ui.eye.calm')}</p> : null}
      {groups.map((group) => (
        <Group key={group.kind} group={group} sight={sight} />
      ))}
      <span className={panel['grow']} />
      <Keys />
      <p className={styles['hint']}>{words.ui('ui.details.empty.text')}</p>
    </div>
  );
}
