import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react';
import { shortReason } from '../../../core/contract/phrases/reason-phrase.ts';
import type { AppointmentDetails } from '../../../core/contract/views/details-view.ts';
import { busyIndexOf, type BusyIndex } from '../../../core/domain/board/busy-index.ts';
import type { Placement } from '../../../core/domain/board/placement.ts';
import type { Resource, ResourceKind } from '../../../core/domain/resources/resource.ts';
import { minutes, minutesBetween } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { judge } from '../../../core/domain/rules/judge.ts';
import { Button } from '../../design/button.tsx';
import { useConsole, useLocation, useQuery, useSetup, useWords } from '../../state/use-console.ts';
import { tellDone } from '../../state/tell-done.ts';
import { performWithCare } from '../shared/care.ts';
import { slotWords } from '../shared/day-words.ts';
import { ClockField } from '../shared/clock-field.tsx';
import { ChoiceField, TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import { useFormKeys } from '../shared/form-keys.ts';
import { Section } from '../shared/section.tsx';
import { VerdictList } from '../shared/verdict.tsx';
import { claimsOfDraft, moveDraftOf, placementOf, type MoveDraft } from './move-draft.ts';

const NONE = '';
const LONG_ENOUGH = 3;

/** Move to…: what a drag does, as a form, with the verdict as it is typed. */
export function MoveForm({ details, onDone }: { readonly details: AppointmentDetails; readonly onDone: () => void }) {
  const console = useConsole();
  const words = useWords();
  const location = useLocation();
  const self = useRef<HTMLFormElement>(null);
  const { appointment, needs } = details;
  const zone = appointment.zone ?? console.zone();
  const [draft, setDraft] = useState<MoveDraft>(() => moveDraftOf(appointment, console.zones, zone));
  const [sending, setSending] = useState(false);
  const placement = placementOf(draft, appointment.claims, { zones: console.zones, zone });
  const placed = typeof placement === 'string' ? null : placement;
  const context = useQuery(
    'placementContext',
    location === undefined || placed === null
      ? null
      : { locationId: appointment.locationId, date: localDate(draft.date), days: LONG_ENOUGH },
  ).value;
  const index = useMemo(() => (context === undefined ? null : busyIndexOf(context)), [context]);
  const length = placed === null ? needs.duration : minutesBetween(placed.start, placed.end);
  const wanted = { ...needs, duration: minutes(length) };
  const recording = placed !== null && placed.start === appointment.start;
  const verdict = index === null || placed === null ? null : judge(placed, wanted, index, { recording });
  const change = (part: Partial<MoveDraft>): void => setDraft((now) => ({ ...now, ...part }));

  useEffect(() => self.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useFormKeys(self, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  });

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (placed === null || sending) return;
    setSending(true);
    const reply = await performWithCare(
      console,
      'moveAppointment',
      { id: appointment.id, start: placed.start, end: placed.end, claims: [...placed.claims], findPartner: false },
      { title: appointment.title },
    );
    setSending(false);
    if (!reply.ok) return;
    onDone();
    const when = slotWords(console, words, { from: placed.start, to: placed.end });
    tellDone(console, words.ui('ui.done.moved', { title: appointment.title, when, who: whoOf(placed, index) }));
  };
  const problem = typeof placement === 'string' ? placement : null;
  const error = (field: typeof problem): string | undefined =>
    problem === field && field !== null ? words.ui(`ui.move.problem.${field}`) : undefined;
  return (
    <Section title={words.ui('ui.status.move')}>
      <form ref={self} className={form['stack']} onSubmit={(event) => void send(event)}>
        <TextField
          label={words.ui('ui.move.date')}
          type="date"
          value={draft.date}
          error={error('date')}
          onChange={(date) => change({ date })}
        />
        <div className={form['row']}>
          <ClockField
            label={words.ui('ui.move.time')}
            value={draft.time}
            error={error('time')}
            onChange={(time) => change({ time })}
          />
          <TextField
            label={words.ui('ui.move.minutes')}
            inputMode="numeric"
            value={draft.minutes}
            error={error('minutes')}
            onChange={(text) => change({ minutes: text })}
          />
        </div>
        <WhoField kind="technician" draft={draft} placed={placed} index={index} details={details} onChange={change} />
        <WhoField kind="bay" draft={draft} placed={placed} index={index} details={details} onChange={change} />
        <div role="status" aria-live="polite">
          {error('claims') ??
            (verdict === null ? null : <VerdictList verdict={verdict} clear={words.ui('ui.move.fits')} />)}
        </div>
        <div className={form['end']}>
          <Button onClick={onDone}>{words.ui('ui.move.leave')}</Button>
          <Button look="primary" type="submit" disabled={placed === null || sending || verdict?.level === 'block'}>
            {words.ui(verdict?.level === 'caution' ? 'ui.move.anyway' : 'ui.move.do')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function whoOf(placement: Placement, index: BusyIndex | null): string {
  return placement.claims.flatMap((claim) => index?.lanes.get(claim.resourceId)?.facts.name ?? []).join(', ');
}

interface WhoFieldProps {
  readonly kind: ResourceKind;
  readonly draft: MoveDraft;
  readonly placed: Placement | null;
  readonly index: BusyIndex | null;
  readonly details: AppointmentDetails;
  readonly onChange: (part: Partial<MoveDraft>) => void;
}

/** Everybody of the location; who cannot says why beside the name. */
function WhoField({ kind, draft, placed, index, details, onChange }: WhoFieldProps) {
  const words = useWords();
  const resources = useSetup().value?.resources ?? [];
  const id = useId();
  const { appointment, needs } = details;
  const field = kind === 'technician' ? 'technicianId' : 'bayId';
  const hint = (resource: Resource): string => {
    if (index === null || placed === null || !index.lanes.has(resource.id)) return '';
    const claims = claimsOfDraft({ ...draft, [field]: resource.id }, appointment.claims);
    const { reasons } = judge({ ...placed, claims }, needs, index, { recording: placed.start === appointment.start });
    const own = reasons.find(({ reason }) => kind in reason && JSON.stringify(reason).includes(resource.id));
    return own === undefined ? '' : ` — ${words.say(shortReason(own.reason))}`;
  };
  const here = resources.filter(
    (one) => one.kind === kind && one.locationId === appointment.locationId && (one.active || one.id === draft[field]),
  );
  const chosen = draft[field];
  return (
    <ChoiceField
      key={id}
      label={words.ui(`ui.move.${kind}`)}
      value={chosen ?? NONE}
      options={[
        ...(kind === 'bay' || chosen === null ? [{ value: NONE, label: words.ui(`ui.move.${kind}.none`) }] : []),
        ...here.map((one) => ({ value: one.id, label: `${one.name}${hint(one)}` })),
      ]}
      onChange={(value) => onChange({ [field]: here.find((one) => one.id === value)?.id ?? null })}
    />
  );
}
