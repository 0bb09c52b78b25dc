import type { QueryState } from '../../bridge/query-cache.ts';
import type { SuggestionAnswer } from '../../../core/contract/views/suggestion-view.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import { useWords } from '../../state/use-console.ts';
import { SEARCHED_DAYS } from '../details/best-slots.tsx';
import { SlotList } from '../details/slot-list.tsx';
import { WhyNot } from '../details/why-not.tsx';
import { Gate } from '../shared/gate.tsx';
import styles from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';

interface CallSlotsProps {
  readonly answer: QueryState<SuggestionAnswer>;
  readonly due: Instant | null;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onBook: (index: number) => void;
}

/** The best slots appear as soon as the kind of work is known, before anything is saved. */
export function CallSlots({ answer, due, chosen, onChoose, onBook }: CallSlotsProps) {
  const words = useWords();
  const title = words.ui('ui.slots');
  return (
    <div>
      <Section title={title}>
        <Gate state={answer} lines={4}>
          {({ suggestions }) =>
            suggestions.length === 0 ? (
              <p className={styles['note']} data-tone="warn">
                {words.ui('ui.slots.none', { days: SEARCHED_DAYS })}
              </p>
            ) : (
              <SlotList
                label={title}
                slots={suggestions}
                chosen={chosen}
                onChoose={onChoose}
                onBook={onBook}
                note={(slot) => (due !== null && slot.end > due ? words.ui('ui.call.afterPromise') : null)}
              />
            )
          }
        </Gate>
      </Section>
      {answer.value?.suggestions.length === 0 ? <WhyNot excluded={answer.value.excluded} /> : null}
    </div>
  );
}
