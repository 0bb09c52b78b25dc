import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { useFaces, useIntents } from '../../intents/use-intents.ts';
import type { IntentGroup } from '../../intents/intent.ts';
import { useWords } from '../../state/use-console.ts';
import type { UiKey } from '../../words/catalogues.ts';
import form from '../shared/field.module.css';
import styles from './dialogs.module.css';

const GROUPS: readonly IntentGroup[] = ['work', 'plan', 'go', 'view', 'help'];

const BOARD: readonly { readonly keys: string; readonly what: UiKey }[] = [
  { keys: '← → ↑ ↓', what: 'ui.keys.walk' },
  { keys: 'Space', what: 'ui.keys.lift' },
  { keys: 'Enter', what: 'ui.keys.open' },
  { keys: '⇧ ← →', what: 'ui.keys.resize' },
  { keys: 'Ctrl ⇧ ← →', what: 'ui.keys.resizeStart' },
  { keys: 'Esc', what: 'ui.keys.back' },
  { keys: '⇧ F10', what: 'ui.keys.menu' },
];
const CALL: readonly { readonly keys: string; readonly what: UiKey }[] = [
  { keys: 'Enter', what: 'ui.keys.call.book' },
  { keys: 'Ctrl Enter', what: 'ui.keys.call.tray' },
  { keys: 'Esc', what: 'ui.keys.call.end' },
];

function Table({ title, rows }: { readonly title: string; readonly rows: readonly { keys: string; text: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={styles['keys']}>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={`${row.keys} ${row.text}`}>
            <dt>{row.text}</dt>
            <dd>
              <Kbd>{row.keys}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key there is, by what one wants. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const intents = useIntents();
  const faces = useFaces();
  const rows = (group: IntentGroup) =>
    faces.flatMap((face) => {
      const intent = intents.find((one) => one.id === face.id);
      return intent?.group === group && face.shortcut !== undefined ? [{ keys: face.shortcut, text: face.label }] : [];
    });
  const said = (list: typeof BOARD) => list.map((row) => ({ keys: row.keys, text: words.ui(row.what) }));
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={words.ui('ui.shortcuts')} width={780}>
      <div className={styles['columns']}>
        <Table title={words.ui('ui.shortcuts.board')} rows={said(BOARD)} />
        {GROUPS.map((group) => (
          <Table key={group} title={words.ui(`ui.keys.group.${group}`)} rows={rows(group)} />
        ))}
        <Table title={words.ui('ui.call')} rows={said(CALL)} />
      </div>
      <div className={form['end']}>
        <Button look="primary" onClick={onClose}>
          {words.ui('ui.close')}
        </Button>
      </div>
    </Dialog>
  );
}
