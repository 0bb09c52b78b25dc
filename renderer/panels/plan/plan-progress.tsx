import { useEffect, useRef } from 'react';
import type { RunDetail } from '../../../core/contract/events.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../state/use-console.ts';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import styles from './plan.module.css';

interface PlanProgressProps {
  readonly share: number;
  readonly found: RunDetail | null;
  readonly onStop: () => void;
}

/** How far the search is, and the best plan so far. */
export function PlanProgress({ share, found, onStop }: PlanProgressProps) {
  const words = useWords();
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);
  const proving = found?.proving === true;
  return (
    <div>
      <p role="status">{words.ui(proving ? 'ui.plan.proving' : 'ui.plan.searching')}</p>
      <progress
        className={styles['progress']}
        aria-label={words.ui('ui.plan.searching')}
        {...(proving ? {} : { value: share, max: 1 })}
      />
      <p className={panel['muted']}>
        {found === null
          ? words.ui('ui.plan.begins')
          : words.ui('ui.plan.soFar', {
              placed: found.placed,
              all: found.placed + found.leftOut,
              score: Math.round(found.score),
            })}
      </p>
      <div className={form['end']}>
        <Button ref={stop} onClick={onStop}>
          {words.ui('ui.plan.stop')}
        </Button>
      </div>
    </div>
  );
}
