import type { ReactNode } from 'react';
import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { QueryState } from '../../bridge/query-cache.ts';
import { Button } from '../../design/button.tsx';
import { useConsole, useWords } from '../../state/use-console.ts';
import styles from './panel.module.css';

interface GateProps<T> {
  readonly state: QueryState<T>;
  /** Grey lines shown while nothing has come yet. */
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}

const WIDTHS = ['70%', '90%', '55%', '80%', '40%'];

/** Shows an answer; until it is there, its shape; when it failed, why and what to do. */
export function Gate<T>({ state, lines = 3, children }: GateProps<T>) {
  const words = useWords();
  const { cache } = useConsole();
  if (state.value !== undefined) return children(state.value);
  if (state.error !== undefined)
    return (
      <div className={styles['empty']} role="alert">
        <p>{words.say(errorPhrase(state.error))}</p>
        <Button size="small" onClick={() => cache.refresh()}>
          {words.ui('ui.state.again')}
        </Button>
      </div>
    );
  return (
    <div aria-busy="true" aria-label={words.ui('ui.panel.loading')} role="status">
      {WIDTHS.slice(0, lines).map((width) => (
        <div key={width} className={styles['bone']} style={{ width }} />
      ))}
    </div>
  );
}
