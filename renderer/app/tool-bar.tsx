import {
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  PanelRight,
  Phone,
  Printer,
  Route,
  Redo2,
  SlidersHorizontal,
  Undo2,
} from 'lucide-react';
import { commandPhrase } from '../../core/contract/phrases/name-phrases.ts';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Kbd } from '../design/kbd.tsx';
import { Menu } from '../design/menu.tsx';
import { Segmented } from '../design/segmented.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { useFace, useFaces } from '../intents/use-intents.ts';
import { useConsole, useLocation, useQuery, useSession, useSetup, useWords } from '../state/use-console.ts';
import type { BoardDays } from '../state/session.ts';
import { DayPicker } from './day-picker.tsx';
import { Mark } from './mark.tsx';
import styles from './shell.module.css';

const ICON = { size: 16, strokeWidth: 1.5 } as const;
const DAYS: readonly BoardDays[] = [1, 3, 7];

function DayStep({ id }: { readonly id: 'previous-day' | 'next-day' }) {
  const face = useFace(id);
  return (
    <IconButton label={face.label} shortcut={face.shortcut} onClick={face.run}>
      {id === 'next-day' ? <ChevronRight {...ICON} /> : <ChevronLeft {...ICON} />}
    </IconButton>
  );
}

function Days() {
  const words = useWords();
  const { session } = useConsole();
  const days = useSession((one) => one.days);
  const options = DAYS.map((one) => ({ value: String(one), label: words.ui(`ui.days.${one}`) }));
  const choose = (value: string): void => {
    const chosen = DAYS.find((one) => String(one) === value);
    if (chosen !== undefined) session.setState({ days: chosen });
  };
  return (
    <>
      <span className={styles['wide']}>
        <Segmented label={words.ui('ui.days.label')} value={String(days)} options={options} onChange={choose} />
      </span>
      <Menu
        trigger={
          <Button className={styles['narrow']}>
            {words.ui(`ui.days.${days}`)} <ChevronDown {...ICON} />
          </Button>
        }
        sections={[
          {
            items: options.map((option) => ({
              id: option.value,
              label: option.label,
              checked: option.value === String(days),
              onSelect: () => choose(option.value),
            })),
          },
        ]}
      />
    </>
  );
}

function LocationMenu() {
  const words = useWords();
  const { session } = useConsole();
  const location = useLocation();
  const locations = useSetup().value?.locations ?? [];
  if (location === undefined) return null;
  return (
    <Menu
      trigger={
        <Button look="quiet" aria-label={`${words.ui('ui.location.label')}: ${location.name}`}>
          {location.name} <ChevronDown {...ICON} />
        </Button>
      }
      sections={[
        {
          label: words.ui('ui.location.label'),
          items: locations.map((one) => ({
            id: one.id,
            label: one.name,
            checked: one.id === location.id,
            onSelect: () => session.setState({ locationId: one.id }),
          })),
        },
      ]}
    />
  );
}

function ViewMenu() {
  const words = useWords();
  const session = useSession((one) => one);
  const chosen = new Set([
    `theme-${session.theme}`,
    `language-${session.language}`,
    `step-${session.step}`,
    `laneHeight-${session.laneHeight}`,
  ]);
  const faces = useFaces();
  const items = (prefix: string, choice: boolean) =>
    faces
      .filter((face) => face.id.startsWith(prefix))
      .map((face) => ({
        id: face.id,
        label: face.label,
        shortcut: face.shortcut,
        onSelect: face.run,
        ...(choice ? { checked: chosen.has(face.id) } : { disabled: face.disabled }),
      }));
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" aria-label={words.ui('ui.view')} style={{ padding: '0 6px' }}>
          <SlidersHorizontal {...ICON} />
        </Button>
      }
      sections={[
        { label: words.ui('ui.view.colours'), items: items('theme-', true) },
        { label: words.ui('ui.view.lanes'), items: items('laneHeight-', true) },
        { label: words.ui('ui.view.zoom'), items: items('zoom-', false) },
        { label: words.ui('ui.view.language'), items: items('language-', true) },
        { items: [...items('toggle-details', false), ...items('settings', false), ...items('shortcuts', false)] },
      ]}
    />
  );
}

function UndoButtons() {
  const step = useQuery('undoState', {}).value?.undo;
  const undo = useFace('undo');
  const redo = useFace('redo');
  const words = useWords();
  return (
    <>
      <Tooltip label={undo.label} shortcut={undo.shortcut}>
        <Button onClick={undo.run} disabled={undo.disabled} aria-label={undo.label}>
          <Undo2 {...ICON} /> <span className={styles['roomy']}>{words.ui('ui.undo')}</span>{' '}
          {step === undefined || step === null ? null : (
            <span className={styles['wide']}>{words.say(commandPhrase(step.name))}</span>
          )}
        </Button>
      </Tooltip>
      <IconButton look="quiet" label={redo.label} shortcut={redo.shortcut} onClick={redo.run} disabled={redo.disabled}>
        <Redo2 {...ICON} />
      </IconButton>
    </>
  );
}

/** The upper bar: where one is in time and place at the left, what one can do at the right. */
export function ToolBar() {
  const words = useWords();
  const [today, palette, plan, print, call, details] = useFaces([
    'today',
    'palette',
    'plan-days',
    'print',
    'call',
    'toggle-details',
  ]);
  return (
    <>
      <span className={styles['mark']}>
        <Mark />
        <span className={styles['roomy']}>Laneway</span>
      </span>
      <DayStep id="previous-day" />
      <DayPicker />
      <DayStep id="next-day" />
      <Button look="quiet" onClick={today?.run}>
        {words.ui('ui.go.today')}
      </Button>
      <Days />
      <LocationMenu />
      <span className={styles['grow']} />
      <Button className={styles['search']} onClick={palette?.run}>
        <span className={styles['wide']}>{words.ui('ui.palette')}</span>
        <span className={styles['narrow']}>{words.ui('ui.palette.short')}</span>
        <span className={styles['roomy']}>
          <Kbd>{palette?.shortcut}</Kbd>
        </span>
      </Button>
      <UndoButtons />
      <Button onClick={plan?.run} disabled={plan?.disabled} aria-label={plan?.label}>
        <Route {...ICON} /> <span className={styles['roomy']}>{words.ui('ui.plan.short')}</span>
      </Button>
      <Button onClick={print?.run} disabled={print?.disabled} aria-label={print?.label}>
        <Printer {...ICON} /> <span className={styles['roomy']}>{words.ui('ui.print.short')}</span>
      </Button>
      <Button look="primary" onClick={call?.run} disabled={call?.disabled}>
        <Phone {...ICON} /> {words.ui('ui.call')}
      </Button>
      <ViewMenu />
      {details === undefined ? null : (
        <IconButton look="quiet" label={details.label} shortcut={details.shortcut} onClick={details.run}>
          <PanelRight {...ICON} />
        </IconButton>
      )}
    </>
  );
}
