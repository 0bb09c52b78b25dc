import type { TouchedPromise } from '../../../core/contract/views/plan-view.ts';
import { useConsole, useWords } from '../../state/use-console.ts';
import panel from '../shared/panel.module.css';
import { placeWords } from './planned-line.tsx';
import styles from './plan.module.css';

/** Somebody who has to hear of a change: who, by which number, from what to what. */
export function ToldCustomer({ one }: { readonly one: TouchedPromise }) {
  const console = useConsole();
  const words = useWords();
  return (
    <li className={styles['left']}>
      <span className={styles['title']}>
        {[one.customer, one.phone, one.title].filter((part) => part !== '').join(' · ')}
      </span>
      <span className={panel['muted']}>
        {placeWords(console, words, one.from)} →{' '}
        {one.to === null ? words.ui('ui.plan.toTray') : placeWords(console, words, one.to)}
      </span>
    </li>
  );
}
