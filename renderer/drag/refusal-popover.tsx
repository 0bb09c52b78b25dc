import { reasonPhrase } from '../../core/contract/phrases/reason-phrase.ts';
import type { SuggestionView } from '../../core/contract/views/suggestion-view.ts';
import { Button } from '../design/button.tsx';
import { Popover } from '../design/popover.tsx';
import type { RefusedDrop } from '../state/drag-state.ts';
import { useConsole, usePart, useWords } from '../state/use-console.ts';
import styles from './drag.module.css';

function Slot({ slot, take }: { readonly slot: SuggestionView; readonly take: (slot: SuggestionView) => void }) {
  const words = useWords();
  const who = [slot.technician?.name, slot.bay?.name].filter((name) => name !== undefined).join(' · ');
  return (
    <button type="button" className={styles['slot']} onClick={() => take(slot)}>
      <strong>{words.range({ from: slot.start, to: slot.end })}</strong>
      <span>{who}</span>
    </button>
  );
}

function Refused({ refused, close }: { readonly refused: RefusedDrop; readonly close: () => void }) {
  const words = useWords();
  const { alternatives, insist } = refused;
  const there = words.on(refused.at);
  return (
    <div className={styles['refused']}>
      <h2>{words.ui(insist === null ? 'ui.drag.refused' : 'ui.drag.refused.caution', { title: refused.title })}</h2>
      {refused.reasons.map(({ reason, severity }) => (
        <div key={there.say(reasonPhrase(reason))} className={styles['line']} data-mark={severity}>
          <span aria-hidden="true">{severity === 'block' ? '✕' : '!'}</span>
          <span>{there.say(reasonPhrase(reason))}</span>
        </div>
      ))}
      {insist === null ? (
        <>
          <h3>{words.ui(alternatives.length === 0 ? 'ui.drag.refused.none' : 'ui.drag.refused.instead')}</h3>
          <div className={styles['slots']}>
            {alternatives.map((slot) => (
              <Slot
                key={`${slot.start} ${slot.technician?.id ?? ''} ${slot.bay?.id ?? ''}`}
                slot={slot}
                take={refused.take}
              />
            ))}
          </div>
        </>
      ) : null}
      <div className={styles['foot']}>
        <Button onClick={close}>{words.ui('ui.drag.refused.close')}</Button>
        {insist === null ? null : (
          <Button look="primary" onClick={insist}>
            {words.ui('ui.drag.refused.insist')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A refused drop explains itself where it happened and offers the nearest slots. */
export function RefusalPopover() {
  const words = useWords();
  const { drag, shown } = useConsole();
  const refused = usePart(
    (console) => console.drag,
    (state) => state.refused,
  );
  if (refused === null) return null;
  const backToBoard = (): void => shown.getState().geometry?.focus();
  const close = (): void => {
    drag.setState({ refused: null });
    backToBoard();
  };
  // What had the focus goes away with the choice, so the board takes it.
  const { insist } = refused;
  const after: RefusedDrop = {
    ...refused,
    take: (slot) => {
      refused.take(slot);
      backToBoard();
    },
    insist:
      insist === null
        ? null
        : () => {
            insist();
            backToBoard();
          },
  };
  const { x, y } = refused.point;
  return (
    <Popover
      open
      onOpenChange={(open) => (open ? undefined : close())}
      label={words.ui('ui.drag.refused', { title: refused.title })}
      anchor={<span style={{ position: 'fixed', left: x, top: y, width: 1, height: 1 }} />}
    >
      <Refused refused={after} close={close} />
    </Popover>
  );
}
