import { freedomPhrase } from '../../../core/contract/phrases/plan-phrase.ts';
import type { RepairOption } from '../../../core/contract/views/repair-view.ts';
import { useWords } from '../../state/use-console.ts';
import panel from '../shared/panel.module.css';
import { keyOf } from '../plan/plan-draft.ts';
import { LineFacts } from '../plan/planned-line.tsx';
import plan from '../plan/plan.module.css';
import { ToldCustomer } from '../plan/told-customer.tsx';
import styles from './repair.module.css';

interface WayOutProps {
  readonly option: RepairOption;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One way out: how far it goes, what it changes, and who has to hear of it. */
export function WayOut({ option, chosen, onChoose }: WayOutProps) {
  const words = useWords();
  const { freedom, lines, promises, movedBy } = option;
  return (
    <li className={styles['way']} data-chosen={chosen}>
      <label className={styles['head']}>
        <input type="radio" name="way-out" checked={chosen} onChange={onChoose} />
        <span className={plan['title']}>{words.say(freedomPhrase(freedom))}</span>
        <span className={panel['muted']}>
          {words.ui(movedBy === 0 ? 'ui.repair.extent' : 'ui.repair.extentMoved', {
            lines: lines.length,
            told: promises.length,
            moved: words.duration(movedBy),
          })}
        </span>
      </label>
      <ul className={plan['lines']}>
        {lines.map((one) => (
          <li key={keyOf(one)} className={styles['line']}>
            <LineFacts one={one} />
          </li>
        ))}
      </ul>
      {promises.length === 0 || !chosen ? null : (
        <div className={styles['told']}>
          <p>{words.ui('ui.plan.promises', { count: promises.length })}</p>
          <ul className={plan['lines']}>
            {promises.map((one) => (
              <ToldCustomer key={one.appointmentId} one={one} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
