import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './chip.module.css';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'accent';

interface ChipProps extends ComponentProps<'span'> {
  readonly tone?: Tone;
}

/** A short fact. Amber only for caution, red only for a broken promise or a block. */
export function Chip({ tone = 'plain', className, ...rest }: ChipProps) {
  return <span className={classNames(styles['chip'], tone !== 'plain' && styles[tone], className)} {...rest} />;
}
