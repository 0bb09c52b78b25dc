import { useEffect, useRef, useState } from 'react';
import { leftOutPhrase, proofPhrase, remedyPhrase } from '../../../core/contract/phrases/plan-phrase.ts';
import type { LeftOutWork, PlanView } from '../../../core/contract/views/plan-view.ts';
import { Button } from '../../design/button.tsx';
import { useConsole, useWords } from '../../state/use-console.ts';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { applyLines, type NotApplied } from './apply-lines.ts';
import { keyOf, takenLines } from './plan-draft.ts';
import { PlannedLine, workWords } from './planned-line.tsx';
import styles from './plan.module.css';
import { ToldCustomer } from './told-customer.tsx';

function LeftOut({ work }: { readonly work: LeftOutWork }) {
  const words = useWords();
  return (
    <li className={styles['left']}>
      <span className={styles['title']}>{workWords(work)}</span>
      <span className={panel['muted']}>
        {words.say(leftOutPhrase(work.because))}
        {work.due === null ? '' : `, ${words.ui('ui.plan.due', { due: words.moment(work.due) })}`}
      </span>
      {work.wouldFit.length === 0 ? null : (
        <span>
          {words.ui('ui.plan.wouldFit', {
            remedies: work.wouldFit.map((one) => words.say(remedyPhrase(one))).join('; '),
          })}
        </span>
      )}
    </li>
  );
}

interface PlanResultProps {
  readonly view: PlanView;
  readonly overtime: boolean;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** The plan, line by line; nothing of it is done before the button. */
export function PlanResult({ view, overtime, onAgain, onClose }: PlanResultProps) {
  const console = useConsole();
  const words = useWords();
  const { placements, leftOut, promises, proof, score } = view;
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<NotApplied | null>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => summary.current?.focus(), []);
  const taken = takenLines(view, without);

  const apply = async (skipUnfit: boolean): Promise<void> => {
    setBusy(true);
    const failed = await applyLines(console, {
      planId: view.id,
      title: words.ui('ui.plan'),
      lines: taken,
      overtime,
      skipUnfit,
      why: words.ui('ui.plan.why'),
      done: ({ count, left }) => words.ui(left === 0 ? 'ui.plan.done' : 'ui.plan.doneWithout', { count, left }),
    });
    setBusy(false);
    setRefused(failed);
    if (failed === null) onClose();
  };
  const take = (key: string, isTaken: boolean): void => {
    const next = new Set(without);
    if (isTaken) next.delete(key);
    else next.add(key);
    setWithout(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && taken.length > 0) void apply(false);
      }}
    >
      <p ref={summary} tabIndex={-1} className={panel['note']} data-tone={leftOut.length === 0 ? 'ok' : 'plain'}>
        {words.ui(placements.length === 0 ? 'ui.plan.nothing' : 'ui.plan.found', {
          lines: placements.length,
          leftOut: leftOut.length,
          before: Math.round(score.before),
          after: Math.round(score.after),
        })}
        {proof === null ? null : ` ${words.say(proofPhrase(proof))}`}
      </p>
      <div className={styles['scroll']}>
        {placements.length === 0 ? null : (
          <Section
            title={words.ui('ui.plan.lines', { taken: taken.length, all: placements.length })}
            aside={
              <Button
                size="small"
                look="quiet"
                onClick={() => setWithout(taken.length === 0 ? new Set() : new Set(placements.map(keyOf)))}
              >
                {words.ui(taken.length === 0 ? 'ui.plan.all' : 'ui.plan.none')}
              </Button>
            }
          >
            <ul className={styles['lines']}>
              {placements.map((one) => (
                <PlannedLine
                  key={keyOf(one)}
                  one={one}
                  taken={!without.has(keyOf(one))}
                  onTake={(isTaken) => take(keyOf(one), isTaken)}
                />
              ))}
            </ul>
          </Section>
        )}
        {promises.length === 0 ? null : (
          <Section title={words.ui('ui.plan.promises', { count: promises.length })}>
            <ul className={styles['lines']}>
              {promises.map((one) => (
                <ToldCustomer key={one.appointmentId} one={one} />
              ))}
            </ul>
          </Section>
        )}
        {leftOut.length === 0 ? null : (
          <Section title={words.ui('ui.plan.leftOut', { count: leftOut.length })}>
            <ul className={styles['lines']}>
              {leftOut.map((work) => (
                <LeftOut key={work.workOrderId ?? work.appointmentId} work={work} />
              ))}
            </ul>
          </Section>
        )}
      </div>
      {refused === null ? null : (
        <p className={panel['note']} data-tone="bad" role="alert">
          {refused.why}
        </p>
      )}
      <div className={form['end']}>
        <Button onClick={onAgain}>{words.ui('ui.plan.again')}</Button>
        {refused?.unfit === true ? (
          <Button disabled={busy} onClick={() => void apply(true)}>
            {words.ui('ui.plan.rest')}
          </Button>
        ) : null}
        {placements.length === 0 ? (
          <Button look="primary" onClick={onClose}>
            {words.ui('ui.close')}
          </Button>
        ) : (
          <Button look="primary" type="submit" disabled={busy || taken.length === 0}>
            {words.ui('ui.plan.apply', { count: taken.length })}
          </Button>
        )}
      </div>
    </form>
  );
}
