import { reasonPhrase } from '../../../core/contract/phrases/reason-phrase.ts';
import type { JudgedReason, Verdict } from '../../../core/domain/rules/reason.ts';
import { useWords } from '../../state/use-console.ts';
import styles from './verdict.module.css';

/** Reasons as sentences; a shape besides the colour says how bad each is. */
export function Reasons({ reasons }: { readonly reasons: readonly JudgedReason[] }) {
  const words = useWords();
  return (
    <ul className={styles['list']}>
      {reasons.map((one) => (
        <li key={words.say(reasonPhrase(one.reason))} className={styles['reason']} data-severity={one.severity}>
          <span className={styles['mark']} aria-hidden="true">
            {one.severity === 'block' ? '✕' : '!'}
          </span>
          <span>
            <span className="visually-hidden">{words.ui(`ui.verdict.${one.severity}`)}: </span>
            {words.say(reasonPhrase(one.reason))}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function VerdictList({ verdict, clear }: { readonly verdict: Verdict; readonly clear: string }) {
  if (verdict.level !== 'clear') return <Reasons reasons={verdict.reasons} />;
  return (
    <p className={styles['reason']} data-severity="clear">
      <span className={styles['mark']} aria-hidden="true">
        ✓
      </span>
      <span>{clear}</span>
    </p>
  );
}
