import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { JobSheets } from '../../core/contract/views/sheet-view.ts';
import type { Location } from '../../core/domain/organization/location.ts';
import { useConsole, useSetup, useWords } from '../state/use-console.ts';
import { inputOf, selectedSheet, type Choice } from './choice.ts';
import { Measure } from './measure.tsx';
import { keepPaper, keptPaper, paperOf } from './paper.ts';
import { PaperRoot } from './paper-root.tsx';
import { paperShell } from './paper-shell.ts';
import type { SheetPageFacts } from './pages.ts';
import { Preview } from './preview.tsx';
import { PrintButtons } from './print-buttons.tsx';
import styles from './print.module.css';
import { PrintFields } from './print-fields.tsx';
import { NoSheets } from './no-sheets.tsx';
import type { Press } from './sheet-words.ts';
import { useSheets } from './use-sheets.ts';

interface PrintPanelProps {
  readonly location: Location;
  readonly resourceId: string | undefined;
}

interface Laid {
  /** Which sheets they are the pages of. */
  readonly of: JobSheets | undefined;
  readonly pages: readonly SheetPageFacts[];
}

export function PrintPanel({ location, resourceId }: PrintPanelProps) {
  const console = useConsole();
  const words = useWords();
  const resources = useSetup().value?.resources ?? [];
  const [selected] = useState(() => selectedSheet(console));
  const [choice, setChoice] = useState<Choice>(() => firstChoice(resourceId, selected?.resource.id, resources));
  const [date, setDate] = useState(() =>
    resourceId !== undefined && resourceId === selected?.resource.id ? selected.date : console.date(),
  );
  const [paperName, setPaperName] = useState(() => keptPaper(localStorage, navigator.languages));
  const [shell] = useState(() => paperShell(window));
  const [busy, setBusy] = useState(false);
  const [laid, setLaid] = useState<Laid>({ of: undefined, pages: [] });

  const paper = paperOf(paperName);
  const { sheets, error, again } = useSheets(inputOf(choice, selected, location.id, date));
  const press = useMemo(
    (): Press | undefined => (sheets === undefined ? undefined : { words, zones: console.zones, sheets }),
    [words, console, sheets],
  );
  const onPages = useCallback((pages: readonly SheetPageFacts[]) => setLaid({ of: sheets, pages }), [sheets]);
  const pages = laid.of === sheets ? laid.pages : [];

  const put = async (how: 'print' | 'savePdf'): Promise<void> => {
    const send = shell[how];
    if (send === null || busy) return;
    setBusy(true);
    const fresh = await again();
    await document.fonts.ready;
    // The newest sheets stand in the document before anything is printed.
    flushSync(() => setBusy(fresh !== undefined));
    if (fresh === undefined) return;
    const outcome = await send({ pageSize: paperName, fileName: `${words.ui('ui.printing.file', { date })}.pdf` });
    setBusy(false);
    if (!outcome.done) {
      const failed = how === 'print' ? 'ui.printing.notDone' : 'ui.printing.notSaved';
      if (outcome.why !== 'cancelled') console.notices.toast({ tone: 'bad', text: words.ui(failed) });
      return;
    }
    if (how === 'print') console.notices.announce(words.ui('ui.printing.done', { count: pages.length }));
    else
      console.notices.toast({ tone: 'ok', text: words.ui('ui.printing.saved', { file: nameIn(outcome.file ?? '') }) });
    console.surfaces.close();
    // The dialog gives the focus back first; then the board has it.
    setTimeout(() => console.shown.getState().geometry?.focus(), 0);
  };

  const ready = press !== undefined && pages.length > 0;
  return (
    <form
      className={styles['panel']}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void put('print');
      }}
    >
      <div className={styles['side']}>
        <PrintFields
          locationId={location.id}
          choice={choice}
          onChoice={setChoice}
          selected={selected}
          date={date}
          onDate={setDate}
          paper={paperName}
          onPaper={(name) => {
            keepPaper(localStorage, name);
            setPaperName(name);
          }}
        />
        <PrintButtons
          sheets={sheets?.sheets.length ?? 0}
          pages={pages.length}
          disabled={!ready || busy}
          onSave={shell.savePdf === null ? undefined : () => void put('savePdf')}
        />
      </div>
      {ready ? (
        <Preview pages={pages} press={press} paper={paper} />
      ) : (
        <NoSheets choice={choice} date={date} sheets={sheets} error={error} onAgain={() => void again()} />
      )}
      {press === undefined ? null : (
        <>
          <Measure press={press} paper={paper} onPages={onPages} />
          <PaperRoot pages={pages} press={press} paper={paper} />
        </>
      )}
    </form>
  );
}

function firstChoice(
  asked: string | undefined,
  selected: string | undefined,
  resources: readonly { readonly id: Choice['chosen'][number] }[],
): Choice {
  if (asked === undefined) return { kind: 'technicians', chosen: [] };
  if (asked === selected) return { kind: 'selected', chosen: [] };
  return { kind: 'chosen', chosen: resources.filter((one) => one.id === asked).map((one) => one.id) };
}

/** The file's name without its folders. */
function nameIn(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
