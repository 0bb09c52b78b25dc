import type { Participant } from '../../../core/domain/work/appointment.ts';
import { useWords } from '../../state/use-console.ts';
import styles from '../shared/panel.module.css';
import { Section } from '../shared/section.tsx';
import { Phone } from './customer.tsx';

export function Participants({
  participants,
  meetingUrl,
}: {
  readonly participants: readonly Participant[];
  readonly meetingUrl: string;
}) {
  const words = useWords();
  if (participants.length === 0 && meetingUrl === '') return null;
  return (
    <Section title={words.ui('ui.participants')}>
      <ul className={styles['list']}>
        {participants.map((one) => (
          <li key={`${one.name} ${one.email}`}>
            <div>
              {one.name} <span className={styles['dim']}>{words.ui(`ui.participants.role.${one.role}`)}</span>
              {one.response === 'none' ? null : (
                <span className={styles['dim']}> · {words.ui(`ui.participants.response.${one.response}`)}</span>
              )}
            </div>
            <div className={styles['small']}>
              {one.email === '' ? null : <span className={styles['muted']}>{one.email} </span>}
              {one.phone === '' ? null : <Phone number={one.phone} />}
            </div>
          </li>
        ))}
        {meetingUrl === '' ? null : (
          <li>
            <a className={styles['link']} href={meetingUrl} rel="noreferrer" target="_blank">
              {meetingUrl}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}
