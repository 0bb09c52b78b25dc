import { useEffect, useRef, useState } from 'react';
import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import { useConsole, useQuery, useWords } from '../../state/use-console.ts';
import { Gate } from '../shared/gate.tsx';
import panel from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import styles from './dialogs.module.css';

interface Progress {
  readonly runId: string;
  readonly done: number;
  readonly total: number;
}

/** `3.2 MB`, as file managers write it. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The backups there are, and one more on request, with its progress and a way to stop it. */
export function Backups() {
  const { client, cache, newId } = useConsole();
  const words = useWords();
  const list = useQuery('backups', {});
  const [progress, setProgress] = useState<Progress | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'bad'; readonly text: string } | null>(null);
  const running = useRef<string | null>(null);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.event !== 'runProgressed' || event.runId !== running.current) return;
        setProgress({ runId: event.runId, done: event.done, total: event.total });
      }),
    [client],
  );
  const start = async (): Promise<void> => {
    const runId = newId();
    running.current = runId;
    setSaid(null);
    setProgress({ runId, done: 0, total: 0 });
    const reply = await client.start('backup', runId, {});
    running.current = null;
    setProgress(null);
    if (reply.ok) setSaid({ tone: 'ok', text: words.ui('ui.backup.done', { size: sizeWords(reply.value.bytes) }) });
    else setSaid({ tone: 'bad', text: words.say(errorPhrase(reply.error)) });
    cache.refresh();
  };
  return (
    <Section title={words.ui('ui.backup')}>
      <div className={panel['row']}>
        {progress === null ? (
          <Button onClick={() => void start()}>{words.ui('ui.backup.now')}</Button>
        ) : (
          <>
            <progress
              className={styles['progress']}
              aria-label={words.ui('ui.backup.running')}
              {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
            />
            <Button onClick={() => void client.cancel(progress.runId)}>{words.ui('ui.backup.stop')}</Button>
          </>
        )}
      </div>
      {said === null ? null : (
        <p className={panel['note']} data-tone={said.tone} role="status" style={{ marginTop: 8 }}>
          {said.text}
        </p>
      )}
      <Gate state={list} lines={2}>
        {(backups) =>
          backups.length === 0 ? (
            <p className={panel['dim']} style={{ marginTop: 8 }}>
              {words.ui('ui.backup.none')}
            </p>
          ) : (
            <ul className={styles['backups']}>
              {backups.map((one) => (
                <li key={one.file}>
                  <span>{words.moment(one.at)}</span>
                  <span>{words.ui(`ui.backup.why.${one.why}`)}</span>
                  <span className={panel['dim']}>{sizeWords(one.bytes)}</span>
                  <Chip tone={one.verified ? 'ok' : 'warn'}>
                    {words.ui(one.verified ? 'ui.backup.verified' : 'ui.backup.unverified')}
                  </Chip>
                </li>
              ))}
            </ul>
          )
        }
      </Gate>
    </Section>
  );
}
