import { useState, type FormEvent } from 'react';
import { clockText } from '../../../core/domain/time/clock-text.ts';
import { MINUTE, instant } from '../../../core/domain/time/instant.ts';
import { toLocal } from '../../../core/domain/time/local-time.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { useConsole, useQuery, useSetup, useWords } from '../../state/use-console.ts';
import { ClockField } from '../shared/clock-field.tsx';
import { ChoiceField, TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import { Gate } from '../shared/gate.tsx';
import panel from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { useSettled } from '../shared/settled.ts';
import { choiceOf, clashes, plannedMoves, rangeOf, type AbsenceDraft, type Choices } from './absence-plan.ts';
import styles from './absence.module.css';
import { Affected } from './affected.tsx';
import { carryOut, type AbsenceResult } from './carry-out.ts';
import { Result } from './absence-result.tsx';

const DAY_END = '24:00';

function Form({ resourceId, onClose }: { readonly resourceId: string | null; readonly onClose: () => void }) {
  const console = useConsole();
  const words = useWords();
  const setup = useSetup().value;
  const people = setup?.resources.filter((one) => one.kind === 'technician' && one.active) ?? [];
  const others = setup?.resources.filter((one) => one.id === resourceId && one.kind === 'bay') ?? [];
  const all = [...people, ...others];
  const [draft, setDraft] = useState<AbsenceDraft>(() => {
    const now = toLocal(console.zones, console.zone(), instant(Math.floor(console.clock.exact() / MINUTE) * MINUTE));
    return {
      resourceId: resourceId ?? people[0]?.id ?? '',
      reason: words.ui('ui.absence.sick'),
      fromDate: now.date,
      fromTime: clockText(now.minute),
      toDate: now.date,
      toTime: DAY_END,
    };
  });
  const [choices, setChoices] = useState<Choices>(new Map());
  const [sending, setSending] = useState(false);
  const [result, setResult] = useState<AbsenceResult | null>(null);
  const range = rangeOf(draft, { zones: console.zones, zone: console.zone() });
  const question = useSettled(
    JSON.stringify(
      range === null || draft.resourceId === '' || result !== null ? null : { ...range, id: draft.resourceId },
    ),
    150,
  );
  const asked = JSON.parse(question) as { from: number; to: number; id: string } | null;
  const impact = useQuery(
    'absenceImpact',
    asked === null ? null : { resourceId: asked.id, range: { from: asked.from, to: asked.to } },
  );
  const change = (part: Partial<AbsenceDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const moves = impact.value === undefined ? [] : plannedMoves(impact.value, choices);
  const clashing = clashes(moves);
  const stays = (impact.value?.affected.length ?? 0) - moves.length;

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (range === null || sending || draft.reason.trim() === '') return;
    setSending(true);
    const done = await carryOut(console, { resourceId: draft.resourceId, range, reason: draft.reason.trim() }, moves);
    setResult(done);
    setSending(false);
  };
  if (result !== null) return <Result result={result} stays={stays} onClose={onClose} />;
  const rangeError = range === null ? words.ui('ui.absence.noRange') : undefined;
  return (
    <form onSubmit={(event) => void send(event)}>
      <div className={form['stack']}>
        <div className={form['row']}>
          <ChoiceField
            label={words.ui('ui.absence.who')}
            value={draft.resourceId}
            options={all.map((one) => ({ value: one.id as string, label: one.name }))}
            onChange={(id) => {
              setChoices(new Map());
              change({ resourceId: id });
            }}
          />
          <TextField
            label={words.ui('ui.absence.reason')}
            value={draft.reason}
            maxLength={200}
            error={draft.reason.trim() === '' ? words.ui('ui.absence.noReason') : undefined}
            onChange={(reason) => change({ reason })}
          />
        </div>
        <div className={styles['range']}>
          <TextField
            label={words.ui('ui.absence.from')}
            type="date"
            value={draft.fromDate}
            error={rangeError}
            onChange={(fromDate) => change({ fromDate })}
          />
          <ClockField
            label={words.ui('ui.absence.at')}
            value={draft.fromTime}
            onChange={(fromTime) => change({ fromTime })}
          />
          <TextField
            label={words.ui('ui.absence.to')}
            type="date"
            value={draft.toDate}
            onChange={(toDate) => change({ toDate })}
          />
          <ClockField
            label={words.ui('ui.absence.at')}
            hint={DAY_END}
            value={draft.toTime}
            onChange={(toTime) => change({ toTime })}
          />
        </div>
      </div>
      {asked === null ? null : (
        <Section title={words.ui('ui.absence.affected', { count: impact.value?.affected.length ?? 0 })}>
          <Gate state={impact} lines={4}>
            {({ affected }) =>
              affected.length === 0 ? (
                <p className={panel['dim']}>{words.ui('ui.absence.nothing')}</p>
              ) : (
                <ul className={styles['list']}>
                  {affected.map((one) => (
                    <Affected
                      key={one.appointmentId}
                      one={one}
                      chosen={choiceOf(one, choices)}
                      clash={clashing.has(one.appointmentId)}
                      onChoose={(choice) => setChoices(new Map([...choices, [one.appointmentId, choice]]))}
                    />
                  ))}
                </ul>
              )
            }
          </Gate>
        </Section>
      )}
      <div className={form['end']}>
        <Button onClick={onClose}>{words.ui('ui.move.leave')}</Button>
        <Button
          look="primary"
          type="submit"
          disabled={range === null || sending || impact.value === undefined || draft.resourceId === ''}
        >
          {words.ui(moves.length === 0 ? 'ui.absence.record' : 'ui.absence.recordAndMove', { count: moves.length })}
        </Button>
      </div>
    </form>
  );
}

/** Somebody is away: what that touches, where it can go, and one button for all of it. */
export function AbsenceDialog({
  resourceId,
  onClose,
}: {
  readonly resourceId: string | null;
  readonly onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={words.ui('ui.absence')} width={720}>
      <Form resourceId={resourceId} onClose={onClose} />
    </Dialog>
  );
}
