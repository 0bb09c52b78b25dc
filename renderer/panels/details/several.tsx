import { statusPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { BoardAppointment } from '../../../core/contract/views/board-view.ts';
import { minutes, minutesBetween } from '../../../core/domain/time/instant.ts';
import type { AppointmentId, AppointmentStatus } from '../../../core/domain/work/appointment.ts';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import type { Selected } from '../../state/selection.ts';
import { useConsole, useDate, useLocation, useQuery, useSession, useWords } from '../../state/use-console.ts';
import { slotWords } from '../shared/day-words.ts';
import { exportCalendar } from '../../intents/export-calendar.ts';
import { DETAILS_TITLE } from '../shared/focus.ts';
import styles from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';

function statusCounts(appointments: readonly BoardAppointment[]): readonly (readonly [AppointmentStatus, number])[] {
  const counts = new Map<AppointmentStatus, number>();
  for (const one of appointments) counts.set(one.state.status, (counts.get(one.state.status) ?? 0) + 1);
  return [...counts];
}

/** A summary of everything selected, and what can be done with all of it. */
export function Several({ selected }: { readonly selected: readonly Selected[] }) {
  const console = useConsole();
  const words = useWords();
  const location = useLocation();
  const date = useDate();
  const days = useSession((session) => session.days);
  const board = useQuery(
    'boardForRange',
    location === undefined ? null : { locationId: location.id, date, days },
  ).value;
  const ids = new Set(selected.flatMap((one) => (one.kind === 'appointment' ? [one.id] : [])));
  const inSight = board?.appointments.filter((one) => ids.has(one.id)) ?? [];
  const work = inSight.reduce((sum, one) => sum + minutesBetween(one.start, one.end), 0);
  const appointmentIds: readonly AppointmentId[] = [...ids];
  return (
    <div className={styles['panel']}>
      <h2 id={DETAILS_TITLE} tabIndex={-1} className={styles['title']}>
        {words.ui('ui.several.title', { count: selected.length })}
      </h2>
      <div className={styles['muted']}>
        {words.ui('ui.several.sum', {
          appointments: ids.size,
          cards: selected.length - ids.size,
          work: { duration: minutes(work) },
        })}
      </div>
      <div className={styles['actions']}>
        <Button
          disabled={ids.size === 0}
          onClick={() => void exportCalendar(console, { appointmentIds: [...appointmentIds] })}
        >
          {words.ui('ui.several.export', { count: ids.size })}
        </Button>
        <Button look="quiet" onClick={() => console.selection.select(null)}>
          {words.ui('ui.several.clear')}
        </Button>
      </div>
      {inSight.length === 0 ? null : (
        <Section title={words.ui('ui.details.appointments')}>
          <div className={styles['chips']}>
            {statusCounts(inSight).map(([status, count]) => (
              <Chip key={status}>
                {count} {words.say(statusPhrase(status))}
              </Chip>
            ))}
          </div>
          <ul className={styles['list']} style={{ marginTop: 10 }}>
            {inSight.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={styles['link']}
                  onClick={() => console.selection.select({ kind: 'appointment', id: one.id })}
                >
                  {one.title}
                </button>
                <div className={styles['small']}>{slotWords(console, words, { from: one.start, to: one.end })}</div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
