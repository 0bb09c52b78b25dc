import { cancelCausePhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { AppointmentDetails } from '../../../core/contract/views/details-view.ts';
import { minutes, MINUTE } from '../../../core/domain/time/instant.ts';
import { classNames } from '../../design/class-names.ts';
import { Chip } from '../../design/chip.tsx';
import { useConsole, usePart, useWords } from '../../state/use-console.ts';
import { lengthWords, slotWords } from '../shared/day-words.ts';
import styles from '../shared/panel.module.css';
import { Pairs, type Pair } from '../shared/section.tsx';
import { Phone } from './customer.tsx';

/** When, who and where: the answer to "what did we tell the customer". */
export function PlaceSection({ details }: { readonly details: AppointmentDetails }) {
  const console = useConsole();
  const words = useWords();
  const minute = usePart(
    (one) => one.clock,
    ({ now }) => Math.floor(now / MINUTE),
  );
  const { appointment, resources, needs } = details;
  const { state } = appointment;
  const range = { from: appointment.start, to: appointment.end };
  const left = state.status === 'held' ? Math.max(0, Math.ceil(state.until / MINUTE - minute)) : 0;
  const pairs: readonly (Pair | null)[] = [
    {
      key: 'when',
      name: words.ui('ui.place.when'),
      value: (
        <>
          {slotWords(console, words, range)}{' '}
          <span className={classNames(styles['dim'], styles['whole'])}>({lengthWords(words, range)})</span>
        </>
      ),
    },
    state.status === 'held'
      ? {
          key: 'held',
          name: words.ui('ui.place.held'),
          value: words.ui('ui.place.heldUntil', {
            until: words.time(state.until),
            left: { duration: minutes(left) },
          }),
        }
      : null,
    state.status === 'in-progress'
      ? { key: 'began', name: words.ui('ui.place.began'), value: words.moment(state.startedAt) }
      : null,
    state.status === 'completed'
      ? {
          key: 'done',
          name: words.ui('ui.place.worked'),
          value: slotWords(console, words, { from: state.startedAt, to: state.endedAt }),
        }
      : null,
    state.status === 'cancelled'
      ? {
          key: 'cancelled',
          name: words.ui('ui.place.cancelled'),
          value: words.ui('ui.details.cancelled', {
            by: state.by,
            when: { moment: state.at },
            why: state.cause === undefined ? state.reason : words.say(cancelCausePhrase(state.cause)),
          }),
        }
      : null,
    ...resources.map((one) => ({
      key: one.id,
      name: words.ui(`ui.move.${one.kind}`),
      value: (
        <>
          <span className={styles['whole']}>{one.name}</span>{' '}
          {one.phone === '' ? null : (
            <span className={styles['whole']}>
              <Phone number={one.phone} />
            </span>
          )}
        </>
      ),
    })),
    needs.due === null
      ? null
      : {
          key: 'due',
          name: words.ui('ui.needs.promised'),
          value: (
            <>
              {words.ui('ui.needs.by', { when: { moment: needs.due } })}{' '}
              {appointment.end > needs.due ? <Chip tone="bad">{words.ui('ui.place.late')}</Chip> : null}
            </>
          ),
        },
    // Who may not read customers is told no address.
    appointment.place === null || appointment.place.address === ''
      ? null
      : { key: 'place', name: words.ui('ui.needs.where'), value: appointment.place.address },
    appointment.rescheduleCount === 0
      ? null
      : {
          key: 'moves',
          name: words.ui('ui.place.moves'),
          value: words.ui('ui.place.moved', { count: appointment.rescheduleCount }),
        },
  ];
  return (
    <div style={{ marginTop: 14 }}>
      <Pairs pairs={pairs.filter((pair) => pair !== null)} />
    </div>
  );
}
