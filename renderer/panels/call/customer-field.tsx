import { useEffect, useRef } from 'react';
import { tierPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { CustomerMatch } from '../../../core/contract/views/search-view.ts';
import type { CustomerTier } from '../../../core/domain/work/customer.ts';
import { Chip } from '../../design/chip.tsx';
import { useQuery, useWords } from '../../state/use-console.ts';
import { Combobox } from '../shared/combobox.tsx';
import { ChoiceField, TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import { useKept, useSettled } from '../shared/settled.ts';
import { withCustomer, withNewCustomer, withoutCustomer, type CallDraft } from './call-draft.ts';
import styles from './call.module.css';
import { Units } from './units.tsx';

const OFFERED = 6;
const NEW = 'new';
const TIERS: readonly CustomerTier[] = ['standard', 'premium', 'fleet'];

interface CustomerFieldProps {
  readonly draft: CallDraft;
  readonly error: string | undefined;
  readonly nameError: string | undefined;
  /** Saved already: it can be looked at, not changed. */
  readonly locked: boolean;
  readonly onDraft: (draft: CallDraft) => void;
  /** The customer is known: the keyboard goes on to what is wrong. */
  readonly onSettled: () => void;
}

function matchDetail(match: CustomerMatch): string {
  const unit = match.units[0];
  const more = match.units.length > 1 ? ` +${match.units.length - 1}` : '';
  return [match.phone, unit === undefined ? '' : `${unit.plate === '' ? unit.name : unit.plate}${more}`]
    .filter((one) => one !== '')
    .join(' · ');
}

/** Name, phone or plate; whoever matches is offered while it is typed, and the last line makes a new customer. */
export function CustomerField(props: CustomerFieldProps) {
  const words = useWords();
  const { draft, error, onDraft, onSettled } = props;
  const input = useRef<HTMLInputElement>(null);
  const text = useSettled(draft.who.trim());
  const answer = useKept(useQuery('customerMatches', text.length < 2 ? null : { text, limit: OFFERED }));
  const matches = text.length < 2 ? [] : (answer.value ?? []);
  const isOpen = draft.customer.kind === 'none';
  useEffect(() => {
    if (isOpen) input.current?.focus();
  }, [isOpen]);
  if (draft.customer.kind === 'known') return <Known {...props} match={draft.customer.match} />;
  if (draft.customer.kind === 'new') return <Fresh {...props} />;
  const pick = (id: string): void => {
    const match = matches.find((one) => one.id === id);
    onDraft(match === undefined ? withNewCustomer(draft) : withCustomer(draft, match));
    if (match !== undefined) onSettled();
  };
  const typed = draft.who.trim();
  const options = [
    ...matches.map((match) => ({
      id: match.id,
      label: (
        <>
          {match.name} {match.tier === 'standard' ? null : <Chip>{words.say(tierPhrase(match.tier))}</Chip>}
        </>
      ),
      detail: matchDetail(match),
    })),
    ...(typed === '' ? [] : [{ id: NEW, label: words.ui('ui.call.newCustomer', { name: typed }) }]),
  ];
  return (
    <Combobox
      label={words.ui('ui.call.who')}
      placeholder={words.ui('ui.call.who.hint')}
      error={error}
      text={draft.who}
      options={options}
      inputRef={input}
      listLabel={words.ui('ui.call.who.list')}
      onText={(who) => onDraft({ ...draft, who })}
      onPick={pick}
    />
  );
}

function Known({ draft, match, locked, onDraft }: CustomerFieldProps & { readonly match: CustomerMatch }) {
  const words = useWords();
  return (
    <>
      <div className={styles['known']}>
        <div className={panel['row']}>
          <strong>{match.name}</strong>
          {match.tier === 'standard' ? null : <Chip>{words.say(tierPhrase(match.tier))}</Chip>}
          <span className={panel['grow']} />
          {locked ? null : (
            <button type="button" className={panel['link']} onClick={() => onDraft(withoutCustomer(draft))}>
              {words.ui('ui.call.change')}
            </button>
          )}
        </div>
        <div className={panel['muted']}>{[match.phone, match.address].filter((one) => one !== '').join(' · ')}</div>
      </div>
      <Units draft={draft} known={match.units} locked={locked} onDraft={onDraft} />
    </>
  );
}

function Fresh({ draft, nameError, locked, onDraft }: CustomerFieldProps) {
  const words = useWords();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const inputs = [...(first.current?.querySelectorAll('input') ?? [])];
    (inputs.find((one) => one.value === '') ?? inputs[0])?.focus();
  }, []);
  const { customer } = draft;
  if (customer.kind !== 'new') return null;
  return (
    <div ref={first} className={form['stack']}>
      <div className={form['row']}>
        <TextField
          label={words.ui('ui.call.name')}
          value={customer.name}
          error={nameError}
          disabled={locked}
          onChange={(name) => onDraft({ ...draft, customer: { ...customer, name } })}
        />
        <TextField
          label={words.ui('ui.customer.phone')}
          inputMode="tel"
          value={customer.phone}
          disabled={locked}
          onChange={(phone) => onDraft({ ...draft, customer: { ...customer, phone } })}
        />
      </div>
      <Units draft={draft} known={[]} locked={locked} onDraft={onDraft} />
      <div className={form['row']}>
        <ChoiceField
          label={words.ui('ui.call.tier')}
          value={customer.tier}
          options={TIERS.map((tier) => ({ value: tier, label: words.say(tierPhrase(tier)) }))}
          onChange={(tier) => onDraft({ ...draft, customer: { ...customer, tier } })}
        />
        <button
          type="button"
          className={panel['link']}
          disabled={locked}
          onClick={() => onDraft(withoutCustomer(draft))}
        >
          {words.ui('ui.call.other')}
        </button>
      </div>
    </div>
  );
}
