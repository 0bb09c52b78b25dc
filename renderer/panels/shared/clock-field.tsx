import { useSession } from '../../state/use-console.ts';
import { readClock, stepClock } from './clock-input.ts';
import { TextField } from './field.tsx';

interface ClockFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day, 24 hours whatever the machine's language. The arrows go by the board's step. */
export function ClockField({ value, onChange, ...rest }: ClockFieldProps) {
  const step = useSession((session) => session.step);
  const put = (next: string | undefined): void => {
    if (next !== undefined && next !== value) onChange(next);
  };
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      maxLength={5}
      value={value}
      onChange={onChange}
      onBlur={() => put(readClock(value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') put(readClock(value));
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        put(stepClock(value, step, event.key === 'ArrowUp' ? 1 : -1));
      }}
    />
  );
}
