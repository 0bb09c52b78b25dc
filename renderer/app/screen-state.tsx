import type { ReactNode } from 'react';
import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import { may } from '../../core/contract/permission.ts';
import { Button } from '../design/button.tsx';
import { useConsole, useLocation, useSetup, useWords } from '../state/use-console.ts';
import { LoadSample } from './load-sample.tsx';
import styles from './shell.module.css';

/** Shows the board once there is something to show; until then it says what is going on and what to do. */
export function ScreenState({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const { cache } = useConsole();
  const setup = useSetup();
  const location = useLocation();
  if (setup.value === undefined && setup.error !== undefined)
    return (
      <div className={styles['state']} role="alert">
        <h2>{words.ui('ui.state.failed')}</h2>
        <p>{words.say(errorPhrase(setup.error))}</p>
        <Button onClick={() => cache.refresh()}>{words.ui('ui.state.again')}</Button>
      </div>
    );
  if (setup.value === undefined)
    return (
      <div className={styles['state']} aria-busy="true">
        <p>{words.ui('ui.state.starting')}</p>
      </div>
    );
  if (location === undefined) {
    const which = setup.value.organization === null ? 'empty' : 'noLocation';
    return (
      <div className={styles['state']}>
        <h2>{words.ui(`ui.state.${which}.title`)}</h2>
        <p>{words.ui(`ui.state.${which}.text`)}</p>
        {which === 'empty' && may(setup.value.actor.role, 'administer') ? <LoadSample /> : null}
      </div>
    );
  }
  return children;
}
