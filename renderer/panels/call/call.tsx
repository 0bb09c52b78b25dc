import { Phone, X } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import { clockText, minuteOfDay } from '../../../core/domain/time/clock-text.ts';
import { weekdayOf } from '../../../core/domain/time/local-date.ts';
import { asId } from '../../../core/kernel/id.ts';
import { Button } from '../../design/button.tsx';
import { IconButton } from '../../design/icon-button.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { useConsole, useLocation, useQuery, useSetup, useToday, useWords } from '../../state/use-console.ts';
import { tellDone } from '../../state/tell-done.ts';
import { slotsInput } from '../details/best-slots.tsx';
import { performWithCare } from '../shared/care.ts';
import { shortSlotWords, slotWords } from '../shared/day-words.ts';
import { DETAILS_TITLE, focusSoon } from '../shared/focus.ts';
import { useFormKeys } from '../shared/form-keys.ts';
import panel from '../shared/panel.module.css';
import { CallSlots } from './call-slots.tsx';
import styles from './call.module.css';
import { dueOf, emptyCall, isOutside, isWritten, missing, positionOf, type CallField } from './call-draft.ts';
import { CustomerField } from './customer-field.tsx';
import { NOTHING_SAVED, sendCall, type CallSaved } from './send-call.ts';
import { WorkFields } from './work-fields.tsx';

const USUAL_CLOSING = 17 * 60;

/** Asks before something written is thrown away; staying is the easy answer. */
function Lose({ onKeep, onLose }: { readonly onKeep: () => void; readonly onLose: () => void }) {
  const words = useWords();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className={styles['lose']} role="alertdialog" aria-label={words.ui('ui.call.lose')}>
      <p>{words.ui('ui.call.lose')}</p>
      <Button ref={keep} size="small" onClick={onKeep}>
        {words.ui('ui.call.keep')}
      </Button>
      <Button size="small" look="danger" onClick={onLose}>
        {words.ui('ui.call.throwAway')}
      </Button>
    </div>
  );
}

/** A call from "hello" to a booked slot, without the mouse. It stands beside the board, so the ghosts can be seen. */
export function Call({ who }: { readonly who: string }) {
  const console = useConsole();
  const words = useWords();
  const location = useLocation();
  const today = useToday();
  const setup = useSetup().value;
  const self = useRef<HTMLFormElement>(null);
  const what = useRef<HTMLInputElement>(null);
  /** Where the keyboard was when leaving was asked about. */
  const before = useRef<HTMLElement | null>(null);
  const closing = location?.hours.filter((one) => one.weekday === weekdayOf(today)).at(-1)?.to ?? USUAL_CLOSING;
  const [draft, setDraft] = useState(() => emptyCall(who, today, clockText(minuteOfDay(Math.min(closing, 1439)))));
  const [saved, setSaved] = useState<CallSaved>(NOTHING_SAVED);
  const [tried, setTried] = useState<'book' | 'tray' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState(0);

  const type = draft.serviceType;
  const kind = setup?.kinds.find((one) => one.id === type?.kindId);
  const priority = draft.priority ?? kind?.priority ?? 'normal';
  const due = dueOf(draft, today, { zones: console.zones, zone: console.zone() });
  // Slots for another address than the customer's own must not count the way to the customer's own.
  const elsewhere = isOutside(draft) && positionOf(draft) === null;
  const customerId = draft.customer.kind === 'known' && !elsewhere ? draft.customer.match.id : null;
  const work =
    saved.workOrderId !== null
      ? { workOrderId: saved.workOrderId }
      : type === null || location === undefined
        ? null
        : { serviceTypeId: type.id, locationId: location.id, customerId };
  const answer = useQuery('suggestSlots', work === null ? null : slotsInput(work));
  const slots = answer.value?.suggestions ?? [];
  const index = Math.min(chosen, slots.length - 1);
  const slot = work === null ? undefined : slots[index];
  const absent = tried === null ? [] : missing(draft, due, tried === 'book');
  const errors: Partial<Record<CallField, string>> = {};
  for (const field of absent) errors[field] = words.ui(`ui.call.missing.${field}`);

  const found = type === null ? undefined : answer.value?.suggestions.length;
  useEffect(() => {
    if (found !== undefined) console.notices.announce(words.ui('ui.call.slotsFound', { count: found }));
  }, [console, found, type, words]);

  const put = (): void => {
    console.surfaces.endCall();
    focusSoon(DETAILS_TITLE);
  };
  const leave = (): void => {
    if (!isWritten(draft, who)) return put();
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setAsking(true);
  };
  const keep = (): void => {
    setAsking(false);
    before.current?.focus();
  };

  const send = async (as: 'book' | 'tray', at = index): Promise<void> => {
    const taken = as === 'book' ? slots[at] : null;
    setTried(as);
    setFailure(null);
    const wrong = missing(draft, due, as === 'book');
    if (wrong.length > 0 || due === undefined) {
      console.notices.announce(wrong.map((field) => words.ui(`ui.call.missing.${field}`)).join(' '));
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`.${styles['call']} [aria-invalid="true"]`)?.focus(),
      );
      return;
    }
    if (sending || location === undefined || taken === undefined) {
      if (taken === undefined && !sending) setFailure(words.ui('ui.call.noSlot'));
      return;
    }
    setSending(true);
    const title = draft.what.trim() === '' ? (type?.name ?? '') : draft.what.trim();
    const outcome = await sendCall(
      {
        newId: console.newId,
        send: (name, args, options) => performWithCare(console, name, args, { ...options, title, quiet: true }),
      },
      { draft, locationId: location.id, site: location.coordinates, due, priority, slot: taken, rank: at + 1 },
      saved,
    );
    setSending(false);
    setSaved(outcome.saved);
    if (!outcome.ok) {
      const sentence = words.say(errorPhrase(outcome.error));
      setFailure(outcome.step === 'booking' ? `${words.ui('ui.call.inTray')} ${sentence}` : sentence);
      return;
    }
    put();
    if (outcome.appointmentId !== null && taken !== null) {
      console.selection.select({ kind: 'appointment', id: asId<'appointment'>(outcome.appointmentId) });
      const names = [taken.technician?.name, taken.bay?.name].filter((name) => name !== undefined).join(', ');
      const when = slotWords(console, words, { from: taken.start, to: taken.end });
      tellDone(console, words.ui('ui.done.confirmed', { title, when, who: names }));
    } else if (outcome.saved.workOrderId !== null) {
      console.selection.select({ kind: 'workOrder', id: asId<'work-order'>(outcome.saved.workOrderId) });
      tellDone(console, words.ui('ui.call.done.tray', { title }));
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send('book');
  };
  useFormKeys(self, (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (asking) keep();
      else leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send('tray');
    } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      // Enter books from everywhere; a list opens with Space or Alt and an arrow.
      event.preventDefault();
      void send('book');
    }
  });
  return (
    <form ref={self} className={styles['call']} aria-label={words.ui('ui.call')} noValidate onSubmit={onSubmit}>
      <div className={styles['head']}>
        <Phone size={16} strokeWidth={1.5} aria-hidden="true" />
        <h2>{words.ui('ui.call')}</h2>
        <IconButton size="small" look="quiet" label={words.ui('ui.call.close')} shortcut="Esc" onClick={leave}>
          <X size={16} strokeWidth={1.5} />
        </IconButton>
      </div>
      <div className={styles['body']}>
        <CustomerField
          draft={draft}
          error={errors.who}
          nameError={errors.name}
          locked={saved.customerId !== null || saved.workOrderId !== null}
          onDraft={setDraft}
          onSettled={() => requestAnimationFrame(() => what.current?.focus())}
        />
        <WorkFields
          draft={draft}
          priority={priority}
          errors={errors}
          whatRef={what}
          onDraft={(next) => {
            if (next.serviceType !== draft.serviceType) setChosen(0);
            setDraft(next);
          }}
        />
        {work === null ? (
          <p className={panel['dim']}>{words.ui('ui.call.slotsWait')}</p>
        ) : (
          <CallSlots
            answer={answer}
            due={due ?? null}
            chosen={Math.max(0, index)}
            onChoose={setChosen}
            onBook={(at) => void send('book', at)}
          />
        )}
        {failure === null ? null : (
          <p className={panel['note']} data-tone="bad" role="alert">
            {failure}
          </p>
        )}
      </div>
      {asking ? <Lose onKeep={keep} onLose={put} /> : null}
      <div className={styles['foot']}>
        <Button look="primary" type="submit" disabled={sending}>
          {slot === undefined
            ? words.ui('ui.call.book')
            : words.ui('ui.call.bookAt', {
                when: shortSlotWords(console, words, { from: slot.start, to: slot.end }, true),
              })}{' '}
          <Kbd>⏎</Kbd>
        </Button>
        <Button disabled={sending} title="Ctrl ⏎" onClick={() => void send('tray')}>
          {words.ui('ui.call.tray')}
        </Button>
      </div>
    </form>
  );
}
