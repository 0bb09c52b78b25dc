import { excludedPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import { shortReason } from '../../../core/contract/phrases/reason-phrase.ts';
import type { AffectedAppointment } from '../../../core/contract/views/absence-view.ts';
import { daysBetween } from '../../../core/domain/time/local-date.ts';
import { Chip } from '../../design/chip.tsx';
import { useConsole, useToday, useWords } from '../../state/use-console.ts';
import { dateOf, shortSlotWords, slotWords } from '../shared/day-words.ts';
import { chipFacts, factTone, factWords } from '../shared/placement-words.ts';
import panel from '../shared/panel.module.css';
import styles from './absence.module.css';

const CHIPS = 2;

interface AffectedProps {
  readonly one: AffectedAppointment;
  readonly chosen: number | null;
  readonly clash: boolean;
  readonly onChoose: (choice: number | null) => void;
}

/** One appointment in the way: where it can go, or that it stays. */
export function Affected({ one, chosen, clash, onChoose }: AffectedProps) {
  const console = useConsole();
  const words = useWords();
  const today = useToday();
  const { suggestions, excluded } = one.alternatives;
  const first = excluded[0];
  return (
    <li>
      <fieldset className={styles['one']} data-clash={clash}>
        <legend className={styles['head']}>
          <span>{one.title}</span>
          <span className={panel['muted']}>
            {one.occurrence === null ? one.customer : words.ui('ui.absence.ofSeries')}
          </span>
          <span className={panel['grow']} />
          <span className={panel['muted']}>{slotWords(console, words, { from: one.start, to: one.end })}</span>
        </legend>
        {suggestions.map((slot, index) => (
          <label key={`${slot.start} ${slot.technician?.id ?? ''}`} className={styles['choice']}>
            <input type="radio" name={one.appointmentId} checked={chosen === index} onChange={() => onChoose(index)} />
            <span className={styles['when']}>
              {shortSlotWords(
                console,
                words,
                { from: slot.start, to: slot.end },
                daysBetween(today, dateOf(console, slot.start)) < 7,
              )}
            </span>
            <span className={styles['who']}>
              {[slot.technician?.name, slot.bay?.name].filter((name) => name !== undefined).join(' · ')}
            </span>
            {slot.cautions.map((caution) => (
              <Chip key={caution.reason.rule} tone="warn">
                {words.say(shortReason(caution.reason))}
              </Chip>
            ))}
            {chipFacts(
              slot.facts.filter((fact) => fact.fact !== 'cautions'),
              true,
            )
              .slice(0, CHIPS)
              .map((fact) => (
                <Chip key={fact.fact} tone={factTone(fact)}>
                  {factWords(words, fact)}
                </Chip>
              ))}
          </label>
        ))}
        {suggestions.length > 0 ? null : (
          <p className={panel['note']} data-tone="warn">
            {words.ui('ui.absence.noPlace')}
            {first === undefined ? null : ` ${first.name}: ${words.say(excludedPhrase(first.because))}.`}
          </p>
        )}
        <label className={styles['choice']}>
          <input type="radio" name={one.appointmentId} checked={chosen === null} onChange={() => onChoose(null)} />
          <span>{words.ui('ui.absence.stays')}</span>
        </label>
        {clash ? (
          <p className={panel['note']} data-tone="warn" role="status">
            {words.ui('ui.absence.clash')}
          </p>
        ) : null}
      </fieldset>
    </li>
  );
}
