import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'normal' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
}

/** The one push button. `look` says how much it wants to be pressed. */
export function Button({ look = 'normal', size = 'normal', className, type = 'button', ...rest }: ButtonProps) {
  const looks = look === 'normal' ? undefined : styles[look];
  return (
    <button
      type={type}
      className={classNames(styles['button'], looks, size === 'small' && styles['small'], className)}
      {...rest}
    />
  );
}
