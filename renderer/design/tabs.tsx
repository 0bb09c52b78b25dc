import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

interface TabsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly tabs: readonly {
    readonly value: V;
    readonly label: string;
    readonly count?: number | undefined;
    readonly tone?: 'bad' | undefined;
  }[];
  readonly className?: string | undefined;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}

/** Tabs with counts; only the chosen panel is mounted. */
export function Tabs<V extends string>({ label, value, onChange, tabs, className, children }: TabsProps<V>) {
  const choose = (chosen: string): void => {
    const tab = tabs.find((one) => one.value === chosen);
    if (tab !== undefined) onChange(tab.value);
  };
  return (
    <Radix.Root value={value} onValueChange={choose} className={className}>
      <Radix.List aria-label={label} className={styles['list']}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={styles['tab']}>
            {tab.label}
            {tab.count === undefined ? null : (
              <span className={styles['count']} data-tone={tab.tone}>
                {tab.count}
              </span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

/** Must stand inside `Tabs`. */
export function TabPanel({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <Radix.Content value={value} tabIndex={-1} style={{ display: 'contents' }}>
      {children}
    </Radix.Content>
  );
}
