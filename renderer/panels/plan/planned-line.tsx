import { shortReason } from '../../../core/contract/phrases/reason-phrase.ts';
import type { PlacedLine, StandingPlace } from '../../../core/contract/views/plan-view.ts';
import { Chip } from '../../design/chip.tsx';
import type { Console } from '../../state/console.ts';
import { useConsole, useWords } from '../../state/use-console.ts';
import type { Words } from '../../words/words.ts';
import { slotWords } from '../shared/day-words.ts';
import { chipFacts, factTone, factWords } from '../shared/placement-words.ts';
import panel from '../shared/panel.module.css';
import styles from './plan.module.css';

const CHIPS = 2;

/** `Mon 23 Nov, 09:45–12:45, Lena Vogt, Bay 2` */
export function placeWords(console: Console, words: Words, place: StandingPlace): string {
  const when = slotWords(console, words, { from: place.start, to: place.end });
  return [when, place.technician?.name, place.bay?.name].filter((part) => part !== undefined).join(', ');
}

/** `Coolant leak · #1042 · Meyer` */
export function workWords({ title, number, customer }: Pick<PlacedLine, 'title' | 'number' | 'customer'>): string {
  return [title, number === null ? null : `#${number}`, customer].filter((part) => part !== null).join(' · ');
}

/** When, what, who, and why there. */
export function LineFacts({ one }: { readonly one: PlacedLine }) {
  const console = useConsole();
  const words = useWords();
  const { to, from, cautions, facts } = one;
  const shown = facts.filter(({ fact }) => fact !== 'cautions');
  return (
    <>
      <span className={styles['when']}>
        {to === null ? words.ui('ui.plan.toTray') : slotWords(console, words, { from: to.start, to: to.end })}
      </span>
      <span className={styles['what']}>
        <span className={styles['title']}>{workWords(one)}</span>
        <span className={panel['muted']}>
          {[to?.technician?.name, to?.bay?.name].filter((name) => name !== undefined).join(' · ')}
          {from === null ? null : ` (${words.ui('ui.plan.was', { place: placeWords(console, words, from) })})`}
        </span>
      </span>
      <span className={styles['why']}>
        {cautions.map(({ reason }) => (
          <Chip key={`${reason.rule} ${reason.why}`} tone="warn">
            {words.say(shortReason(reason))}
          </Chip>
        ))}
        {chipFacts(shown, from !== null)
          .slice(0, CHIPS)
          .map((fact) => (
            <Chip key={fact.fact} tone={factTone(fact)}>
              {factWords(words, fact)}
            </Chip>
          ))}
      </span>
    </>
  );
}

interface PlannedLineProps {
  readonly one: PlacedLine;
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
}

/** One line of a plan; unticked it is left as it is. */
export function PlannedLine({ one, taken, onTake }: PlannedLineProps) {
  return (
    <li>
      <label className={styles['line']} data-taken={taken}>
        <input type="checkbox" checked={taken} onChange={(event) => onTake(event.target.checked)} />
        <LineFacts one={one} />
      </label>
    </li>
  );
}
