import { useWords } from '../../state/use-console.ts';
import type { Trouble } from '../../state/surfaces.ts';
import { ChoiceField, TextField } from '../shared/field.tsx';
import styles from './repair.module.css';

/** What can have happened to an appointment. */
const KINDS = ['overrun', 'no-show', 'overlap'] as const;
const LONGEST = 24 * 60;

export interface TroubleDraft {
  readonly trouble: Trouble;
  /** As they stand in their field. */
  readonly minutes: string;
}

/** The trouble as it can be asked about; null while the minutes are none. */
export function troubleOf({ trouble, minutes }: TroubleDraft): Trouble | null {
  if (trouble.kind !== 'overrun') return trouble;
  const count = Number(minutes);
  const isCount = /^\d+$/.test(minutes.trim()) && count >= 1 && count <= LONGEST;
  return isCount ? { ...trouble, minutes: count } : null;
}

interface TroubleFieldsProps {
  readonly draft: TroubleDraft;
  readonly onChange: (draft: TroubleDraft) => void;
}

/** What has happened, where that is not plain. */
export function TroubleFields({ draft, onChange }: TroubleFieldsProps) {
  const words = useWords();
  const { trouble, minutes } = draft;
  if (!('appointmentId' in trouble)) return null;
  const { appointmentId } = trouble;
  return (
    <div className={styles['fields']}>
      <ChoiceField
        label={words.ui('ui.repair.trouble')}
        value={trouble.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words.ui(`ui.repair.${kind}`) }))}
        onChange={(kind) =>
          onChange({
            ...draft,
            trouble: kind === 'overrun' ? { kind, appointmentId, minutes: 1 } : { kind, appointmentId },
          })
        }
      />
      {trouble.kind === 'overrun' ? (
        <TextField
          label={words.ui('ui.repair.minutes')}
          inputMode="numeric"
          value={minutes}
          error={troubleOf(draft) === null ? words.ui('ui.repair.noMinutes', { most: LONGEST }) : undefined}
          onChange={(text) => onChange({ ...draft, minutes: text })}
        />
      ) : null}
    </div>
  );
}
