import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../../core/contract/views/search-view.ts';
import { Chip } from '../../design/chip.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { useFaces } from '../../intents/use-intents.ts';
import { useConsole, usePart, useQuery, useSetup, useWords } from '../../state/use-console.ts';
import { useKept, useSettled } from '../shared/settled.ts';
import { goToHit, goToRecentAppointment, goToWorkOrder } from './go.ts';
import { LineBody } from './line.tsx';
import { commandsOnly, paletteGroups, wanted, type PaletteLine } from './palette-lines.ts';
import styles from './palette.module.css';
import { keepRecent, readRecent } from './recent.ts';

const HITS = 40;
const WITHIN_HITS = 60;

/** A customer or a unit that was entered: its name is what is searched, its work what is shown. */
interface Within {
  readonly title: string;
  readonly query: string;
  readonly customerId: string | null;
  /** Who to take a call for; null for a unit. */
  readonly name: string | null;
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const console = useConsole();
  const words = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [within, setWithin] = useState<Within | null>(null);
  const [at, setAt] = useState(0);
  const faces = useFaces();
  const technicians = useSetup().value?.resources;
  const recent = useMemo(() => readRecent(localStorage), []);
  const typed = useSettled(wanted(text), 70);
  const query = within === null ? typed : within.query;
  const answer = useKept(
    useQuery(
      'search',
      query.length < 2 || commandsOnly(text)
        ? null
        : {
            text: query,
            kinds: within === null ? [] : ['unit', 'workOrder', 'appointment'],
            limit: within === null ? HITS : WITHIN_HITS,
          },
    ),
  );
  const found = query.length < 2 ? [] : (answer.value ?? []);
  const hits = within === null ? found : inside(found, within, typed);
  const groups = paletteGroups({
    text: within === null ? text : '',
    faces,
    hits,
    recent,
    technicians: technicians?.filter((one) => one.kind === 'technician' && one.active) ?? [],
    sickWord: words.ui('ui.absence.find'),
    within: within === null ? null : within.name,
  });
  const lines = groups.flatMap((group) => group.lines);
  const active = Math.max(0, Math.min(at, lines.length - 1));
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const enter = (next: Within): void => {
    setWithin(next);
    setText('');
    setAt(0);
  };
  const pickHit = (hit: SearchHit): void => {
    keepRecent(localStorage, hit);
    if (hit.kind === 'customer') enter({ title: hit.title, query: hit.title, customerId: hit.id, name: hit.title });
    else if (hit.kind === 'unit')
      enter({ title: hit.title, query: hit.plate === '' ? hit.title : hit.plate, customerId: null, name: null });
    else {
      onClose();
      goToHit(console, hit);
    }
  };
  const pick = (line: PaletteLine | undefined): void => {
    switch (line?.kind) {
      case undefined:
        return;
      case 'command':
        onClose();
        // The dialog closes first, so that what the command opens gets the focus.
        setTimeout(line.face.run, 0);
        return;
      case 'sick':
        console.surfaces.show({ kind: 'absence', resourceId: line.resourceId });
        return;
      case 'call':
        onClose();
        setTimeout(() => console.surfaces.show({ kind: 'call', who: line.name }), 0);
        return;
      case 'hit':
        pickHit(line.hit);
        return;
      case 'recent': {
        const { item } = line;
        keepRecent(localStorage, item);
        if (item.kind === 'customer')
          enter({ title: item.title, query: item.title, customerId: item.id, name: item.title });
        else if (item.kind === 'unit') enter({ title: item.title, query: item.title, customerId: null, name: null });
        else {
          onClose();
          if (item.kind === 'workOrder') goToWorkOrder(console, item.id);
          else void goToRecentAppointment(console, item.id);
        }
      }
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && lines.length > 0) {
      event.preventDefault();
      setAt((active + step + lines.length) % lines.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(lines[active]);
    } else if (event.key === 'Backspace' && text === '' && within !== null) setWithin(null);
    else if (event.key === 'Escape' && within !== null) {
      event.preventDefault();
      event.stopPropagation();
      setWithin(null);
    }
  };
  const position = new Map(lines.map((line, index) => [line.key, index]));
  return (
    <div className={styles['palette']}>
      <div className={styles['field']}>
        <Search size={16} strokeWidth={1.5} aria-hidden="true" />
        {within === null ? null : <Chip tone="accent">{within.title}</Chip>}
        <input
          className={styles['input']}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={lines.length === 0 ? undefined : `${id}-${active}`}
          aria-label={words.ui('ui.palette')}
          placeholder={words.ui(within === null ? 'ui.palette.hint' : 'ui.palette.within')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={words.ui('ui.palette.results')}
        className={styles['list']}
      >
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={words.ui(`ui.palette.group.${group.name}`)}>
            <div className={styles['group']} aria-hidden="true">
              {words.ui(`ui.palette.group.${group.name}`)}
            </div>
            {group.lines.map((line) => {
              const own = position.get(line.key) ?? 0;
              return (
                // The field keeps the focus and its keys; the pointer is the only other way here.
                <div
                  key={line.key}
                  id={`${id}-${own}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={own === active}
                  className={styles['line']}
                  onPointerMove={() => setAt(own)}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    pick(line);
                  }}
                >
                  <LineBody line={line} />
                </div>
              );
            })}
          </div>
        ))}
        {lines.length === 0 || (within !== null && hits.length === 0 && !answer.refreshing) ? (
          <p className={styles['none']}>{words.ui(answer.refreshing ? 'ui.palette.looking' : 'ui.palette.none')}</p>
        ) : null}
      </div>
      <div className="visually-hidden" role="status">
        {words.ui('ui.palette.count', { count: lines.length })}
      </div>
      <div className={styles['foot']} aria-hidden="true">
        <span>
          <Kbd>↑↓</Kbd> {words.ui('ui.palette.key.walk')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {words.ui('ui.palette.key.take')}
        </span>
        <span>
          <Kbd>&gt;</Kbd> {words.ui('ui.palette.key.commands')}
        </span>
        <span>
          <Kbd>Esc</Kbd> {words.ui('ui.foot.back')}
        </span>
      </div>
    </div>
  );
}

/** Of what was found, that which belongs to what was entered, narrowed by what is typed. */
function inside(hits: readonly SearchHit[], within: Within, typed: string): readonly SearchHit[] {
  const needle = typed.toLowerCase();
  return hits.filter((hit) => {
    if (hit.kind === 'unit' && within.customerId !== null && hit.customerId !== within.customerId) return false;
    if (hit.kind === 'unit' && within.customerId === null) return false;
    return `${hit.title} ${hit.detail}`.toLowerCase().includes(needle);
  });
}

/** Search and command in one field. Empty shows what was visited last; `>` leaves only commands. */
export function Palette() {
  const { surfaces } = useConsole();
  const words = useWords();
  const isOpen = usePart(
    (one) => one.surfaces,
    ({ open }) => open?.kind === 'palette',
  );
  const close = (): void => {
    if (surfaces.getState().open?.kind === 'palette') surfaces.close();
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : close())}
      title={words.ui('ui.palette')}
      showTitle={false}
      width={640}
    >
      <Body onClose={close} />
    </Dialog>
  );
}
