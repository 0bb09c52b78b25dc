import { Kbd } from '../design/kbd.tsx';
import {
  useConnectionState,
  useDate,
  useLocation,
  usePart,
  useQuery,
  useSession,
  useSetup,
  useWords,
} from '../state/use-console.ts';
import { Menu } from '../design/menu.tsx';
import { Button } from '../design/button.tsx';
import { useFace, useFaces } from '../intents/use-intents.ts';
import { STEPS } from '../state/session.ts';
import styles from './shell.module.css';

function Saved() {
  const words = useWords();
  const state = useConnectionState();
  const sending = usePart(
    (console) => console.pending,
    (pending) => pending.changes.size > 0,
  );
  const damaged = useSetup().value?.health === 'damaged';
  const said = state !== 'open' ? state : damaged ? 'damaged' : sending ? 'sending' : 'saved';
  return (
    <span className={styles['saved']}>
      <span className={styles['dot']} data-state={damaged && state === 'open' ? 'lost' : state} />
      {words.ui(`ui.foot.${said}`)}
    </span>
  );
}

function Counts() {
  const words = useWords();
  const date = useDate();
  const location = useLocation();
  const days = useSession((session) => session.days);
  const risk = useQuery(
    'tray',
    location === undefined ? null : { locationId: location.id, tab: 'risk', filter: '', dueWithinDays: null },
  ).value?.counts.risk;
  const goRisk = useFace('go-risk');
  const board = useQuery(
    'boardForRange',
    location === undefined ? null : { locationId: location.id, date, days },
  ).value;
  if (board === undefined) return null;
  const technicians = board.lanes.filter((lane) => lane.kind === 'technician').length;
  const counts = [
    words.ui('ui.foot.technicians', { count: technicians }),
    words.ui('ui.foot.bays', { count: board.lanes.length - technicians }),
    words.ui('ui.foot.appointments', { count: board.appointments.length }),
  ];
  return (
    <>
      <span className={styles['counts']}>{counts.join(' · ')}</span>
      {risk === undefined ? null : risk === 0 ? (
        <span>{words.ui('ui.foot.calm')}</span>
      ) : (
        <Button look="quiet" size="small" className={styles['risk']} title={goRisk.label} onClick={goRisk.run}>
          {words.ui('ui.foot.risk', { count: risk })}
        </Button>
      )}
    </>
  );
}

function StepMenu() {
  const words = useWords();
  const step = useSession((session) => session.step);
  const faces = useFaces(STEPS.map((one) => `step-${one}`));
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" size="small">
          {words.ui('ui.step', { minutes: step })}
        </Button>
      }
      sections={[
        {
          label: words.ui('ui.view.step'),
          items: faces.map((face) => ({
            id: face.id,
            label: face.label,
            checked: face.id === `step-${step}`,
            onSelect: face.run,
          })),
        },
      ]}
    />
  );
}

/** Always answers: is it saved, what is at risk, which keys work now. */
export function Foot() {
  const words = useWords();
  const lifted = usePart(
    (console) => console.drag,
    ({ drag }) => drag !== null,
  );
  return (
    <>
      <Saved />
      <Counts />
      <span className={styles['grow']} />
      <span className={styles['keys']} aria-hidden="true">
        {lifted ? null : (
          <>
            <Kbd>Space</Kbd> <span>{words.ui('ui.foot.lift')}</span>
          </>
        )}
        <Kbd>←→↑↓</Kbd> <span>{words.ui('ui.foot.move')}</span>
        {lifted ? (
          <>
            <Kbd>⇧ ←→</Kbd> <span>{words.ui('ui.foot.resize')}</span>
          </>
        ) : null}
        <Kbd>Enter</Kbd> <span>{words.ui(lifted ? 'ui.foot.drop' : 'ui.foot.open')}</span>
        <Kbd>Esc</Kbd> <span>{words.ui('ui.foot.back')}</span>
      </span>
      <StepMenu />
    </>
  );
}
