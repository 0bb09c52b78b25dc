import { ToggleGroup } from 'radix-ui';
import styles from './segmented.module.css';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** One of a few choices, all in sight. */
export function Segmented<V extends string>({ label, value, options, onChange }: SegmentedProps<V>) {
  const choose = (chosen: string): void => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <ToggleGroup.Root type="single" aria-label={label} value={value} onValueChange={choose} className={styles['group']}>
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className={styles['item']}>
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
