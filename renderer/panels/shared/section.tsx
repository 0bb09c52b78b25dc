import { Fragment, useId, type ReactNode } from 'react';
import { classNames } from '../../design/class-names.ts';
import styles from './panel.module.css';

interface SectionProps {
  readonly title: string;
  /** Stands at the right of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles['heading']}>
        <h3 id={id}>{title}</h3>
        <span className={styles['grow']} />
        {aside}
      </div>
      {children}
    </section>
  );
}

export interface Pair {
  readonly key: string;
  readonly name: string;
  readonly value: ReactNode;
}

/** Names at the left, what they are at the right. An empty name continues the line above. */
export function Pairs({ pairs, wide = false }: { readonly pairs: readonly Pair[]; readonly wide?: boolean }) {
  return (
    <dl className={classNames(styles['kv'], wide && styles['wide'])}>
      {pairs.map((pair) => (
        <Fragment key={pair.key}>
          <dt>{pair.name}</dt>
          <dd>{pair.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
