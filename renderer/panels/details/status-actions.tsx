import { MoreHorizontal } from 'lucide-react';
import type { AppointmentDetails } from '../../../core/contract/views/details-view.ts';
import { Button } from '../../design/button.tsx';
import { Menu } from '../../design/menu.tsx';
import { Tooltip } from '../../design/tooltip.tsx';
import { useFaces } from '../../intents/use-intents.ts';
import { useConsole, useWords } from '../../state/use-console.ts';
import { dateOf } from '../shared/day-words.ts';
import styles from '../shared/panel.module.css';

/** In the order of a good day; the first that is possible now is the main one. */
const FORWARD = ['confirm-appointment', 'start-appointment', 'complete-appointment'] as const;
const OTHER = [
  'no-show-appointment',
  'take-back-appointment',
  'release-hold',
  'repair-appointment',
  'pin-appointment',
  'export-appointment',
  'print-appointment',
] as const;
const LAST = ['unassign-appointment', 'cancel-appointment'] as const;

/** What may be done with the appointment now; the same intents as by key and palette. */
export function StatusActions({ details }: { readonly details: AppointmentDetails }) {
  const console = useConsole();
  const words = useWords();
  const forward = useFaces(FORWARD).filter((face) => !face.disabled);
  const other = useFaces(OTHER).filter((face) => !face.disabled);
  const last = useFaces(LAST).filter((face) => !face.disabled);
  const isLive = ['requested', 'held', 'confirmed', 'in-progress'].includes(details.appointment.state.status);
  // Starting tomorrow's work today would be a slip of the hand.
  const isToday = dateOf(console, details.appointment.start) <= console.today();
  const item = (face: (typeof other)[number]) => ({
    id: face.id,
    label: face.label,
    shortcut: face.shortcut,
    onSelect: face.run,
  });
  return (
    <div className={styles['actions']}>
      {forward.map((face, index) => (
        <Tooltip key={face.id} label={face.label} shortcut={face.shortcut}>
          <Button
            look={index === 0 && (isToday || face.id === 'confirm-appointment') ? 'primary' : 'normal'}
            onClick={face.run}
          >
            {face.label}
          </Button>
        </Tooltip>
      ))}
      {isLive ? (
        <Button onClick={() => console.surfaces.show({ kind: 'move', appointmentId: details.appointment.id })}>
          {words.ui('ui.status.move')}
        </Button>
      ) : null}
      <Menu
        align="end"
        trigger={
          <Button aria-label={words.ui('ui.details.more')} style={{ width: 28, padding: 0 }}>
            <MoreHorizontal size={16} strokeWidth={1.5} />
          </Button>
        }
        sections={[
          { items: other.map(item) },
          ...(last.length === 0 ? [] : [{ items: last.map((face) => ({ ...item(face), tone: 'bad' as const })) }]),
        ]}
      />
    </div>
  );
}
