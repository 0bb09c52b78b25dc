import { isLocalDate } from '../../../core/domain/time/local-date.ts';
import { Button } from '../../design/button.tsx';
import { useLocation, useQuery, useSession, useWords } from '../../state/use-console.ts';
import { ChoiceField, TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import { inputOf, PLANNED_DAYS, SEARCH_SECONDS, type PlanDraft } from './plan-draft.ts';
import styles from './plan.module.css';
import type { PlanRun } from './use-plan-run.ts';

interface PlanFormProps {
  readonly draft: PlanDraft;
  readonly refused: string | null;
  readonly onChange: (part: Partial<PlanDraft>) => void;
  readonly onSearch: PlanRun['search'];
  readonly onClose: () => void;
}

const TICKS = ['mayMove', 'overtime', 'prove'] as const;

/** Which days, how long to look, and what may give. */
export function PlanForm({ draft, refused, onChange, onSearch, onClose }: PlanFormProps) {
  const words = useWords();
  const location = useLocation();
  const step = useSession((one) => one.step);
  const tray = useQuery(
    'tray',
    location === undefined ? null : { locationId: location.id, tab: 'unassigned', filter: '', dueWithinDays: null },
  ).value;
  const input = location === undefined ? undefined : inputOf(draft, location.id, step);
  const waiting = tray?.counts.unassigned;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (input !== undefined) void onSearch(input);
      }}
    >
      <p className={panel['muted']}>
        {waiting === undefined ? ' ' : words.ui(waiting === 0 ? 'ui.plan.noneWait' : 'ui.plan.wait', { waiting })}
      </p>
      <div className={styles['fields']}>
        <TextField
          label={words.ui('ui.plan.from')}
          type="date"
          value={draft.date}
          error={isLocalDate(draft.date) ? undefined : words.ui('ui.move.problem.date')}
          onChange={(date) => onChange({ date })}
        />
        <ChoiceField
          label={words.ui('ui.plan.days')}
          value={String(draft.days)}
          options={PLANNED_DAYS.map((days) => ({ value: String(days), label: words.ui('ui.plan.dayCount', { days }) }))}
          onChange={(days) => onChange({ days: Number(days) })}
        />
        <ChoiceField
          label={words.ui('ui.plan.seconds')}
          value={String(draft.seconds)}
          options={SEARCH_SECONDS.map((seconds) => ({
            value: String(seconds),
            label: words.ui(`ui.plan.seconds.${seconds}`),
          }))}
          onChange={(seconds) => onChange({ seconds: Number(seconds) })}
        />
      </div>
      <div className={styles['ticks']}>
        {TICKS.map((name) => (
          <label key={name} className={styles['tick']}>
            <input
              type="checkbox"
              checked={draft[name]}
              onChange={(event) => onChange({ [name]: event.target.checked })}
            />
            <span>
              {words.ui(`ui.plan.${name}`)} <span className={panel['dim']}>{words.ui(`ui.plan.${name}.more`)}</span>
            </span>
          </label>
        ))}
      </div>
      {refused === null ? null : (
        <p className={panel['note']} data-tone="bad" role="alert">
          {refused}
        </p>
      )}
      <div className={form['end']}>
        <Button onClick={onClose}>{words.ui('ui.move.leave')}</Button>
        <Button look="primary" type="submit" disabled={input === undefined}>
          {words.ui('ui.plan.search')}
        </Button>
      </div>
    </form>
  );
}
