import { Pin } from 'lucide-react';
import { useState } from 'react';
import { kindPhrase, priorityPhrase, statusPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import { may } from '../../../core/contract/permission.ts';
import type { AppointmentDetails } from '../../../core/contract/views/details-view.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import { Button } from '../../design/button.tsx';
import { Chip, type Tone } from '../../design/chip.tsx';
import { useConsole, usePart, useQuery, useSetup, useWords } from '../../state/use-console.ts';
import { within } from '../shared/day-words.ts';
import { DETAILS_TITLE, focusSoon } from '../shared/focus.ts';
import { Gate } from '../shared/gate.tsx';
import styles from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { VerdictList } from '../shared/verdict.tsx';
import { BestSlots } from './best-slots.tsx';
import { moveToSlot } from './book.ts';
import { CustomerLine, CustomerSection } from './customer.tsx';
import { History } from './history.tsx';
import { MoveForm } from './move-form.tsx';
import { Needs } from './needs.tsx';
import { Notes } from './notes.tsx';
import { Participants } from './participants.tsx';
import { PlaceSection } from './place-section.tsx';
import { StatusActions } from './status-actions.tsx';

const STATUS_TONE: Readonly<Partial<Record<string, Tone>>> = {
  confirmed: 'accent',
  'in-progress': 'ok',
  held: 'warn',
  'no-show': 'bad',
};

function Head({ details }: { readonly details: AppointmentDetails }) {
  const console = useConsole();
  const words = useWords();
  const { appointment, workOrder, kind } = details;
  const { status } = appointment.state;
  return (
    <>
      <div className={styles['over']}>
        <Chip tone={STATUS_TONE[status] ?? 'plain'}>{words.say(statusPhrase(status))}</Chip>{' '}
        {appointment.pinned ? (
          <Pin size={12} strokeWidth={1.5} role="img" aria-label={words.ui('ui.board.bar.pinned')} />
        ) : null}{' '}
        {workOrder === null ? (
          words.ui('ui.details.appointment')
        ) : (
          <button
            type="button"
            className={styles['link']}
            onClick={() => console.selection.select({ kind: 'workOrder', id: workOrder.id })}
          >
            {words.ui('ui.details.workOrder', { number: workOrder.number })}
          </button>
        )}
        {kind === null ? null : ` · ${within(words, words.say(kindPhrase(kind.code)))}`}
        {` · ${within(words, words.say(priorityPhrase(appointment.priority)))}`}
      </div>
      <h2 id={DETAILS_TITLE} tabIndex={-1} className={styles['title']}>
        {appointment.title}
      </h2>
      <CustomerLine customer={details.customer} unit={details.unit} />
    </>
  );
}

/** Other places, looked for only when somebody asks. */
function BetterPlaces({ details }: { readonly details: AppointmentDetails }) {
  const console = useConsole();
  const words = useWords();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div style={{ marginTop: 12 }}>
        <Button size="small" onClick={() => setOpen(true)}>
          {words.ui('ui.details.better')}
        </Button>
      </div>
    );
  return (
    <BestSlots
      work={{ appointmentId: details.appointment.id }}
      title={words.ui('ui.details.better.title')}
      onBook={(slot) => void moveToSlot(console, details.appointment, slot).then((ok) => ok && setOpen(false))}
    />
  );
}

function Body({ details }: { readonly details: AppointmentDetails }) {
  const console = useConsole();
  const words = useWords();
  const { appointment } = details;
  const role = useSetup().value?.actor.role;
  const moving = usePart(
    (one) => one.surfaces,
    ({ open }) => open?.kind === 'move' && open.appointmentId === appointment.id,
  );
  const { status } = appointment.state;
  const isMovable = status === 'requested' || status === 'held' || status === 'confirmed';
  const isJudged = isMovable || status === 'in-progress';
  const endMove = (): void => {
    console.surfaces.close();
    focusSoon(DETAILS_TITLE);
  };
  return (
    <div className={styles['panel']}>
      <Head details={details} />
      <StatusActions details={details} />
      {moving ? <MoveForm key={appointment.id} details={details} onDone={endMove} /> : null}
      <PlaceSection details={details} />
      {isJudged ? (
        <Section title={words.ui('ui.details.rules')}>
          <VerdictList verdict={details.verdict} clear={words.ui('ui.details.rules.clear')} />
          {isMovable && !moving ? <BetterPlaces key={appointment.id} details={details} /> : null}
        </Section>
      ) : null}
      {role !== undefined && may(role, 'read-customers') ? (
        <Notes key={`notes-${appointment.id}`} appointment={appointment} />
      ) : null}
      <Needs needs={details.needs} parts={details.parts} placed />
      {details.customer === null ? null : <CustomerSection customer={details.customer} unit={details.unit} />}
      <Participants participants={appointment.participants} meetingUrl={appointment.meetingUrl} />
      <History entries={details.history} />
    </div>
  );
}

export function AppointmentView({ id }: { readonly id: AppointmentId }) {
  const answer = useQuery('appointmentDetails', { id });
  return (
    <Gate state={answer} lines={5}>
      {(details) => <Body key={id} details={details} />}
    </Gate>
  );
}
