import { useState } from 'react';
import type { QueryInput } from '../../../core/contract/client.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import { Button } from '../../design/button.tsx';
import { useQuery, useWords } from '../../state/use-console.ts';
import styles from '../shared/panel.module.css';
import { Gate } from '../shared/gate.tsx';
import { Section } from '../shared/section.tsx';
import { SlotList } from './slot-list.tsx';
import { WhyNot } from './why-not.tsx';

export const SEARCHED_DAYS = 14;
/** Asked for when the usual days hold nothing. */
const FAR_DAYS = 42;
export const OFFERED = 3;

/** The same question for everybody who shows slots, so that the answer is fetched once. */
export function slotsInput(
  work: QueryInput<'suggestSlots'>['work'],
  days: number = SEARCHED_DAYS,
): QueryInput<'suggestSlots'> {
  return { work, from: null, days, count: OFFERED, within: null, duration: null };
}

interface BestSlotsProps {
  readonly work: QueryInput<'suggestSlots'>['work'];
  readonly title: string;
  /** `rank` is 1 for the best. */
  readonly onBook: (slot: SuggestionView, rank: number) => void;
  /** Says which one is chosen, for a button elsewhere. */
  readonly onChoose?: (slot: SuggestionView, rank: number) => void;
  readonly whyNot?: boolean;
}

export function BestSlots({ work, title, onBook, onChoose, whyNot = true }: BestSlotsProps) {
  const words = useWords();
  const [days, setDays] = useState(SEARCHED_DAYS);
  const answer = useQuery('suggestSlots', slotsInput(work, days));
  const [chosen, setChosen] = useState(0);
  const choose = (index: number): void => {
    setChosen(index);
    const slot = answer.value?.suggestions[index];
    if (slot !== undefined) onChoose?.(slot, index + 1);
  };
  return (
    <>
      <Section title={title}>
        <Gate state={answer} lines={4}>
          {({ suggestions }) =>
            suggestions.length === 0 ? (
              <div className={styles['note']} data-tone="warn" role="status">
                <p>{words.ui('ui.slots.none', { days })}</p>
                {days < FAR_DAYS ? (
                  <Button size="small" style={{ marginTop: 6 }} onClick={() => setDays(FAR_DAYS)}>
                    {words.ui('ui.slots.far')}
                  </Button>
                ) : null}
              </div>
            ) : (
              <SlotList
                label={title}
                slots={suggestions}
                moving={'appointmentId' in work}
                chosen={Math.min(chosen, suggestions.length - 1)}
                onChoose={choose}
                onBook={(index) => {
                  const slot = suggestions[index];
                  if (slot !== undefined) onBook(slot, index + 1);
                }}
              />
            )
          }
        </Gate>
      </Section>
      {whyNot && answer.value !== undefined ? <WhyNot excluded={answer.value.excluded} /> : null}
    </>
  );
}
