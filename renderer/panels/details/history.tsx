import { useState } from 'react';
import { hostPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import { reasonPhrase } from '../../../core/contract/phrases/reason-phrase.ts';
import type { LogEntryView } from '../../../core/contract/views/log-view.ts';
import { useWords } from '../../state/use-console.ts';
import panel from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { changeLines, doneWords } from './change-words.ts';
import styles from './history.module.css';

const FEW = 4;

function Entry({ entry }: { readonly entry: LogEntryView }) {
  const words = useWords();
  const who = [entry.by, words.moment(entry.at), words.say(hostPhrase(entry.host))];
  return (
    <li className={styles['entry']} data-undone={entry.undone}>
      <div>
        {doneWords(words, entry)}
        {entry.undone ? ` (${words.ui('ui.history.undone')})` : null}
      </div>
      <div className={styles['who']}>{who.join(' · ')}</div>
      {entry.why === '' ? null : (
        <div className={styles['change']}>{words.ui('ui.history.why', { why: entry.why })}</div>
      )}
      {entry.cautions.map((reason) => (
        <div key={`${reason.rule} ${reason.why}`} className={styles['change']}>
          {words.ui('ui.history.accepted', { reason: words.say(reasonPhrase(reason)) })}
        </div>
      ))}
      {changeLines(words, entry.changes).map((line) => (
        <div key={line.key} className={styles['change']}>
          {line.name}: {line.text}
        </div>
      ))}
    </li>
  );
}

/** Who did what, when, from which host, and why; newest first. */
export function History({ entries }: { readonly entries: readonly LogEntryView[] }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, FEW);
  return (
    <Section title={words.ui('ui.history')}>
      <ol className={styles['list']}>
        {shown.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {shown.length === entries.length ? null : (
        <button type="button" className={panel['link']} style={{ marginTop: 8 }} onClick={() => setAll(true)}>
          {words.ui('ui.history.more', { count: entries.length - shown.length })}
        </button>
      )}
    </Section>
  );
}
