import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { kindPhrase, priorityPhrase, statusPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { WorkOrderDetails } from '../../../core/contract/views/details-view.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import type { WorkOrderId } from '../../../core/domain/work/work-order.ts';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import { Menu } from '../../design/menu.tsx';
import { useConsole, useQuery, useSetup, useWords } from '../../state/use-console.ts';
import { slotWords, within } from '../shared/day-words.ts';
import { DETAILS_TITLE } from '../shared/focus.ts';
import { Gate } from '../shared/gate.tsx';
import styles from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { BestSlots, slotsInput } from './best-slots.tsx';
import { bookSlot, type RankedSlot } from './book.ts';
import { CustomerLine, CustomerSection } from './customer.tsx';
import { History } from './history.tsx';
import { Needs } from './needs.tsx';

function Head({ details }: { readonly details: WorkOrderDetails }) {
  const words = useWords();
  const { workOrder, kind } = details;
  const over = [
    words.ui('ui.details.workOrder', { number: workOrder.number }),
    ...(kind === null ? [] : [within(words, words.say(kindPhrase(kind.code)))]),
    within(words, words.say(priorityPhrase(workOrder.priority))),
  ];
  return (
    <>
      <span className={styles['over']}>{over.join(' · ')}</span>
      <h2 id={DETAILS_TITLE} tabIndex={-1} className={styles['title']}>
        {workOrder.title}
      </h2>
      <CustomerLine customer={details.customer} unit={details.unit} />
    </>
  );
}

/** Its appointments: where it is or was, one click away. */
function Appointments({ details }: { readonly details: WorkOrderDetails }) {
  const console = useConsole();
  const words = useWords();
  if (details.appointments.length === 0) return null;
  return (
    <Section title={words.ui('ui.details.appointments')}>
      <ul className={styles['list']}>
        {details.appointments.map((one) => (
          <li key={one.id} className={styles['row']}>
            <button
              type="button"
              className={styles['link']}
              onClick={() => console.selection.select({ kind: 'appointment', id: one.id })}
            >
              {slotWords(console, words, { from: one.start, to: one.end })}
            </button>
            <Chip>{words.say(statusPhrase(one.state.status))}</Chip>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Actions({ details, chosen }: { readonly details: WorkOrderDetails; readonly chosen: RankedSlot | null }) {
  const console = useConsole();
  const words = useWords();
  const hold = useSetup().value?.organization?.policy.holdMinutes ?? DEFAULT_POLICY.holdMinutes;
  const { workOrder, customer } = details;
  const answer = useQuery('suggestSlots', slotsInput({ workOrderId: workOrder.id }));
  const [busy, setBusy] = useState(false);
  const best = answer.value?.suggestions[0];
  const wanted = chosen ?? (best === undefined ? undefined : { slot: best, rank: 1 });
  const book = async (as: 'confirmed' | 'held'): Promise<void> => {
    if (wanted === undefined || busy) return;
    setBusy(true);
    await bookSlot(console, workOrder, wanted, as);
    setBusy(false);
  };
  const label = chosen === null || chosen.slot === best ? 'ui.details.bookBest' : 'ui.details.bookChosen';
  return (
    <div className={styles['actions']}>
      <Button look="primary" disabled={wanted === undefined || busy} onClick={() => void book('confirmed')}>
        {words.ui(label)}
      </Button>
      <Button disabled={wanted === undefined || busy} onClick={() => void book('held')}>
        {words.ui('ui.details.hold', { length: { duration: hold } })}
      </Button>
      <Menu
        align="end"
        trigger={
          <Button aria-label={words.ui('ui.details.more')} style={{ width: 28, padding: 0 }}>
            <MoreHorizontal size={16} strokeWidth={1.5} />
          </Button>
        }
        sections={[
          {
            items: [
              ...(customer === null
                ? []
                : [
                    {
                      id: 'call',
                      label: words.ui('ui.details.callFor', { name: customer.name }),
                      onSelect: () => console.surfaces.show({ kind: 'call', who: customer.name }),
                    },
                  ]),
              {
                id: 'emergency',
                label: words.ui('ui.repair.fitIn'),
                onSelect: () =>
                  console.surfaces.show({
                    kind: 'repair',
                    trouble: { kind: 'emergency', workOrderId: workOrder.id },
                  }),
              },
              {
                id: 'cancel',
                label: words.ui('ui.details.cancelOrder'),
                tone: 'bad' as const,
                onSelect: () =>
                  console.surfaces.show({
                    kind: 'cancelWorkOrder',
                    workOrderId: workOrder.id,
                    title: workOrder.title,
                  }),
              },
            ],
          },
        ]}
      />
    </div>
  );
}

/** Work that waits, or that has been planned: what it needs, and where it would go best. */
function Body({ details }: { readonly details: WorkOrderDetails }) {
  const console = useConsole();
  const words = useWords();
  const [chosen, setChosen] = useState<RankedSlot | null>(null);
  const { workOrder } = details;
  const isPlanned = details.appointments.some((one) =>
    ['requested', 'held', 'confirmed', 'in-progress'].includes(one.state.status),
  );
  const waits = workOrder.state.status === 'open' && !isPlanned;
  return (
    <div className={styles['panel']}>
      <Head details={details} />
      {waits ? <Actions details={details} chosen={chosen} /> : null}
      {workOrder.state.status === 'cancelled' ? (
        <p className={styles['note']} style={{ marginTop: 10 }}>
          {words.ui('ui.details.cancelled', {
            by: workOrder.state.by,
            when: { moment: workOrder.state.at },
            why: workOrder.state.reason,
          })}
        </p>
      ) : null}
      {waits ? null : <Appointments details={details} />}
      <Needs needs={details.needs} parts={details.parts} />
      {workOrder.description === '' ? null : (
        <Section title={words.ui('ui.details.notes')}>
          <p style={{ whiteSpace: 'pre-wrap' }}>{workOrder.description}</p>
        </Section>
      )}
      {waits ? (
        <BestSlots
          key={workOrder.id}
          work={{ workOrderId: workOrder.id }}
          title={words.ui('ui.slots')}
          onChoose={(slot, rank) => setChosen({ slot, rank })}
          onBook={(slot, rank) => void bookSlot(console, workOrder, { slot, rank }, 'confirmed')}
        />
      ) : null}
      {details.customer === null ? null : <CustomerSection customer={details.customer} unit={details.unit} />}
      {waits ? <Appointments details={details} /> : null}
      <History entries={details.history} />
    </div>
  );
}

export function WorkOrderView({ id }: { readonly id: WorkOrderId }) {
  const answer = useQuery('workOrderDetails', { id });
  return (
    <Gate state={answer} lines={5}>
      {(details) => <Body key={id} details={details} />}
    </Gate>
  );
}
