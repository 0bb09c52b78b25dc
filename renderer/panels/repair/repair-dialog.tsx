import { useState } from 'react';
import { freedomPhrase } from '../../../core/contract/phrases/plan-phrase.ts';
import type { RepairView } from '../../../core/contract/views/repair-view.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import type { Trouble } from '../../state/surfaces.ts';
import { useConsole, useQuery, useWords } from '../../state/use-console.ts';
import { applyLines } from '../plan/apply-lines.ts';
import { slotWords } from '../shared/day-words.ts';
import form from '../shared/field.module.css';
import { Gate } from '../shared/gate.tsx';
import panel from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { useSettled } from '../shared/settled.ts';
import styles from './repair.module.css';
import { TroubleFields, troubleOf, type TroubleDraft } from './trouble-fields.tsx';
import { WayOut } from './way-out.tsx';

interface RepairDialogProps {
  readonly trouble: Trouble;
  readonly onClose: () => void;
}

function Affected({ affected }: { readonly affected: RepairView['affected'] }) {
  const console = useConsole();
  const words = useWords();
  return (
    <Section title={words.ui('ui.repair.affected', { count: affected.length })}>
      <ul className={panel['list']}>
        {affected.map(({ appointmentId, title, customer, start, end }) => (
          <li key={appointmentId ?? title}>
            {[title, customer].filter((part) => part !== null).join(' · ')}{' '}
            <span className={panel['muted']}>
              {start === null || end === null ? '' : slotWords(console, words, { from: start, to: end })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Form({ trouble, onClose }: RepairDialogProps) {
  const console = useConsole();
  const words = useWords();
  const [draft, setDraft] = useState<TroubleDraft>({
    trouble,
    minutes: trouble.kind === 'overrun' ? String(trouble.minutes) : '30',
  });
  const [chosen, setChosen] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const meant = JSON.stringify(troubleOf(draft));
  const question = useSettled(meant, 150);
  const asked = JSON.parse(question) as Trouble | null;
  const answer = useQuery('repairOptions', asked === null ? null : { trouble: asked });
  // While somebody types, the ways out on the screen are those of another question.
  const option = question === meant ? answer.value?.options[chosen] : undefined;

  const carryOut = async (view: RepairView): Promise<void> => {
    if (option === undefined) return;
    setBusy(true);
    const way = words.say(freedomPhrase(option.freedom));
    const failed = await applyLines(console, {
      planId: view.id,
      title: words.ui('ui.repair'),
      lines: option.lines,
      overtime: false,
      skipUnfit: false,
      why: words.ui('ui.repair'),
      done: () => words.ui('ui.repair.done', { way }),
    });
    setBusy(false);
    setRefused(failed === null ? null : failed.why);
    if (failed === null) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.value !== undefined && !busy) void carryOut(answer.value);
      }}
    >
      <TroubleFields
        draft={draft}
        onChange={(next) => {
          setDraft(next);
          setChosen(0);
          setRefused(null);
        }}
      />
      {asked === null ? null : (
        <Gate state={answer} lines={5}>
          {({ affected, options }) => (
            <>
              {affected.length === 0 ? null : <Affected affected={affected} />}
              {options.length === 0 ? (
                <p
                  className={panel['note']}
                  data-tone={affected.length === 0 ? 'ok' : 'warn'}
                  role="status"
                  style={{ marginTop: 10 }}
                >
                  {words.ui(affected.length === 0 ? 'ui.repair.nothing' : 'ui.repair.noWay')}
                </p>
              ) : (
                <Section title={words.ui('ui.repair.ways', { count: options.length })}>
                  <ul className={styles['ways']}>
                    {options.map((one, index) => (
                      <WayOut
                        key={`${one.freedom} ${index}`}
                        option={one}
                        chosen={index === chosen}
                        onChoose={() => setChosen(index)}
                      />
                    ))}
                  </ul>
                </Section>
              )}
            </>
          )}
        </Gate>
      )}
      {refused === null ? null : (
        <p className={panel['note']} data-tone="bad" role="alert">
          {refused}
        </p>
      )}
      <div className={form['end']}>
        <Button onClick={onClose}>{words.ui('ui.move.leave')}</Button>
        <Button look="primary" type="submit" disabled={option === undefined || busy}>
          {words.ui('ui.repair.do')}
        </Button>
      </div>
    </form>
  );
}

/** Something goes wrong: what that touches, the ways out from the smallest change on, and one button for the chosen one. */
export function RepairDialog({ trouble, onClose }: RepairDialogProps) {
  const words = useWords();
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={words.ui('ui.repair')} width={860}>
      <Form trouble={trouble} onClose={onClose} />
    </Dialog>
  );
}
