import { useEffect, useRef, useState } from 'react';
import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import { Button } from '../design/button.tsx';
import { useConsole, useWords } from '../state/use-console.ts';
import styles from './shell.module.css';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Fills the empty file with the sample organization, and says how far it is; the board then appears by itself. */
export function LoadSample() {
  const { client, cache, newId } = useConsole();
  const words = useWords();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const running = useRef<string | null>(null);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.event !== 'runProgressed' || event.runId !== running.current) return;
        setProgress({ done: event.done, total: event.total });
      }),
    [client],
  );
  const load = async (): Promise<void> => {
    const runId = newId();
    running.current = runId;
    setRefused(null);
    setProgress({ done: 0, total: 0 });
    const reply = await client.start('loadSample', runId, {});
    running.current = null;
    setProgress(null);
    if (!reply.ok) setRefused(words.say(errorPhrase(reply.error)));
    cache.refresh();
  };
  return (
    <>
      {progress === null ? (
        <Button look="primary" onClick={() => void load()}>
          {words.ui('ui.state.empty.load')}
        </Button>
      ) : (
        <>
          <progress
            className={styles['progress']}
            aria-label={words.ui('ui.state.empty.loading')}
            {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          />
          <p role="status">{words.ui('ui.state.empty.loading')}</p>
        </>
      )}
      {refused === null ? null : <p role="alert">{refused}</p>}
    </>
  );
}
