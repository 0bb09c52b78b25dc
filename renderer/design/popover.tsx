import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';

interface PopoverProps {
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly label: string;
  /** The element it opens from, or `anchor` for a bare point. */
  readonly trigger?: ReactNode;
  readonly anchor?: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** A small panel that belongs to a place on the screen and closes on Escape or a click elsewhere. */
export function Popover({ open, onOpenChange, label, trigger, anchor, align = 'start', children }: PopoverProps) {
  const control = { ...(open === undefined ? {} : { open }), ...(onOpenChange === undefined ? {} : { onOpenChange }) };
  return (
    <Radix.Root {...control}>
      {trigger === undefined ? null : <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {anchor === undefined ? null : <Radix.Anchor asChild>{anchor}</Radix.Anchor>}
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(styles['panel'], styles['popover'])}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
