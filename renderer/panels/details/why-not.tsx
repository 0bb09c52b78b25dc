import { useState } from 'react';
import { excludedPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { ExcludedResource } from '../../../core/contract/views/suggestion-view.ts';
import { useWords } from '../../state/use-console.ts';
import styles from '../shared/panel.module.css';
import { Pairs, Section } from '../shared/section.tsx';

const FEW = 6;

/** Everyone not offered, with the first thing that stands in the way. Technicians first: they are asked about. */
export function WhyNot({ excluded }: { readonly excluded: readonly ExcludedResource[] }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (excluded.length === 0) return null;
  const sorted = [
    ...excluded.filter((one) => one.kind === 'technician'),
    ...excluded.filter((one) => one.kind === 'bay'),
  ];
  const shown = all ? sorted : sorted.slice(0, FEW);
  return (
    <Section title={words.ui('ui.slots.whyNot')}>
      <Pairs
        wide
        pairs={shown.map((one) => ({ key: one.id, name: one.name, value: words.say(excludedPhrase(one.because)) }))}
      />
      {shown.length === sorted.length ? null : (
        <button type="button" className={styles['link']} style={{ marginTop: 6 }} onClick={() => setAll(true)}>
          {words.ui('ui.slots.more', { count: sorted.length - shown.length })}
        </button>
      )}
    </Section>
  );
}
