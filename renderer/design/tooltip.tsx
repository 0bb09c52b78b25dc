import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';
import { Kbd } from './kbd.tsx';

interface TooltipProps {
  readonly label: ReactNode;
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

/** One provider at the top lets neighbouring tooltips follow each other without a wait. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={300}>
      {children}
    </Radix.Provider>
  );
}

/** Names what the pointer or the focus rests on. The child must take a ref. */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content sideOffset={6} collisionPadding={8} className={classNames(styles['panel'], styles['tooltip'])}>
          {label}
          {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
