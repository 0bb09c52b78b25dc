import type { Ref } from 'react';
import { kindPhrase, priorityPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import { PRIORITIES, type Priority } from '../../../core/domain/work/service-type.ts';
import { useSetup, useWords } from '../../state/use-console.ts';
import { Combobox } from '../shared/combobox.tsx';
import { ClockField } from '../shared/clock-field.tsx';
import { ChoiceField, TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import { isOutside, positionOf, type CallDraft, type CallField, type DueChoice } from './call-draft.ts';
import { rankServices } from './rank-services.ts';

const DUE: readonly DueChoice[] = ['none', 'today', 'tomorrow', 'date'];
const OFFERED = 12;

interface WorkFieldsProps {
  readonly draft: CallDraft;
  readonly priority: Priority;
  readonly errors: Readonly<Partial<Record<CallField, string>>>;
  readonly whatRef: Ref<HTMLInputElement>;
  readonly onDraft: (draft: CallDraft) => void;
}

/** What is wrong, what kind of work that is, how urgent, and what was promised. */
export function WorkFields({ draft, priority, errors, whatRef, onDraft }: WorkFieldsProps) {
  const words = useWords();
  const setup = useSetup().value;
  const change = (part: Partial<CallDraft>): void => onDraft({ ...draft, ...part });
  const typed = draft.serviceType === null ? draft.service : '';
  const ranked = rankServices(setup?.serviceTypes ?? [], typed, draft.what).slice(0, OFFERED);
  const kindOf = (kindId: string): string => {
    const kind = setup?.kinds.find((one) => one.id === kindId);
    return kind === undefined ? '' : words.say(kindPhrase(kind.code));
  };
  const pick = (id: string): void => {
    const type = setup?.serviceTypes.find((one) => one.id === id) ?? null;
    change({ serviceType: type, service: type?.name ?? draft.service });
  };
  return (
    <>
      <TextField
        ref={whatRef}
        label={words.ui('ui.call.what')}
        placeholder={words.ui('ui.call.what.hint')}
        value={draft.what}
        error={errors.what}
        maxLength={200}
        onChange={(what) => change({ what })}
      />
      <Combobox
        label={words.ui('ui.call.service')}
        placeholder={words.ui('ui.call.service.hint')}
        error={errors.service}
        text={draft.service}
        takeFirst={draft.service === '' && ranked[0]?.guessed === true}
        options={ranked.map(({ type }) => ({
          id: type.id,
          label: type.name,
          detail: [kindOf(type.kindId), words.duration(type.duration)].filter((one) => one !== '').join(' · '),
        }))}
        listLabel={words.ui('ui.call.service.list')}
        onText={(service) => change({ service, serviceType: null })}
        onPick={pick}
      />
      {isOutside(draft) ? (
        <>
          <TextField
            label={words.ui('ui.call.address')}
            value={draft.address}
            error={errors.address}
            maxLength={300}
            onChange={(address) => change({ address })}
          />
          {draft.address.trim() !== '' && positionOf(draft) === null ? (
            <p className={panel['dim']} role="status">
              {words.ui('ui.call.address.unplaced')}
            </p>
          ) : null}
        </>
      ) : null}
      <div className={form['row']}>
        <ChoiceField
          label={words.ui('ui.call.priority')}
          value={priority}
          options={PRIORITIES.map((one) => ({ value: one, label: words.say(priorityPhrase(one)) }))}
          onChange={(next) => change({ priority: next })}
        />
        <ChoiceField
          label={words.ui('ui.call.due')}
          value={draft.due}
          options={DUE.map((one) => ({ value: one, label: words.ui(`ui.call.due.${one}`) }))}
          onChange={(due) => change({ due })}
        />
      </div>
      {draft.due === 'none' ? null : (
        <div className={form['row']}>
          {draft.due === 'date' ? (
            <TextField
              label={words.ui('ui.move.date')}
              type="date"
              value={draft.dueDate}
              error={errors.due}
              onChange={(dueDate) => change({ dueDate })}
            />
          ) : null}
          <ClockField
            label={words.ui('ui.call.due.time')}
            value={draft.dueTime}
            error={draft.due === 'date' ? undefined : errors.due}
            onChange={(dueTime) => change({ dueTime })}
          />
        </div>
      )}
    </>
  );
}
