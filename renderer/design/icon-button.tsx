import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** What it does: the accessible name and the tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

/** A button that is only an icon; its name is in the tooltip. */
export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Button aria-label={label} className={classNames(styles['icon'], className)} {...rest}>
        {children}
      </Button>
    </Tooltip>
  );
}
