import { Dialog as Radix } from 'radix-ui';
import type { CSSProperties, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** False keeps the title for screen readers alone. */
  readonly showTitle?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A modal dialog: focus goes in, stays in, and comes back. */
export function Dialog({ open, onOpenChange, title, showTitle = true, width = 520, children }: DialogProps) {
  const style: CSSProperties & Readonly<Record<`--${string}`, string>> = { '--dialog-width': `${width}px` };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles['overlay']} />
        <Radix.Content
          aria-describedby={undefined}
          className={classNames(styles['panel'], styles['dialog'])}
          style={style}
        >
          <Radix.Title className={showTitle ? styles['title'] : 'visually-hidden'}>{title}</Radix.Title>
          <div className={styles['body']}>{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
