import { statusPhrase } from '../../core/contract/phrases/name-phrases.ts';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import type { AppointmentId, AppointmentStatus } from '../../core/domain/work/appointment.ts';
import { canBecome } from '../../core/domain/work/status-machine.ts';
import type { Intent, Scene } from './intent.ts';

/** Confirming a hold sets its parts aside; ids are made here, and what is too many is not used. */
const MOST_PARTS = 20;

/** The selected appointment as the board or the details know it. */
function selected({ console }: Scene): { id: AppointmentId; title: string; status: AppointmentStatus } | undefined {
  const { main } = console.selection.getState();
  if (main?.kind !== 'appointment') return undefined;
  const location = console.location();
  const { days } = console.session.getState();
  const board =
    location === undefined
      ? undefined
      : console.cache.peek('boardForRange', { locationId: location.id, date: console.date(), days }).value;
  const onBoard = board?.appointments.find((one: BoardAppointment) => one.id === main.id);
  if (onBoard !== undefined) return { id: onBoard.id, title: onBoard.title, status: onBoard.state.status };
  const details = console.cache.peek('appointmentDetails', { id: main.id }).value?.appointment;
  return details === undefined ? undefined : { id: details.id, title: details.title, status: details.state.status };
}

function become(
  id: 'confirm' | 'start' | 'take-back' | 'complete' | 'no-show',
  shortcut: string | undefined,
  to: AppointmentStatus,
  send: (scene: Scene, id: AppointmentId) => ReturnType<Scene['console']['perform']>,
  from?: readonly AppointmentStatus[],
): Intent {
  return {
    id: `${id}-appointment`,
    group: 'work',
    ...(shortcut === undefined ? {} : { shortcut }),
    label: ({ words }) => words.ui(`ui.status.${id}`),
    unavailable: (scene) => {
      const one = selected(scene);
      return one === undefined || !canBecome(one.status, to) || (from !== undefined && !from.includes(one.status));
    },
    run: async (scene) => {
      const one = selected(scene);
      if (one === undefined) return;
      const reply = await send(scene, one.id);
      if (reply.ok) scene.console.notices.announce(`${one.title}: ${scene.words.say(statusPhrase(to))}`);
    },
  };
}

/** What a person may do to the selected appointment; the status machine says what is possible now. */
export const statusIntents: readonly Intent[] = [
  become(
    'confirm',
    'K',
    'confirmed',
    ({ console }, id) =>
      console.perform('confirmAppointment', { id, reservationIds: Array.from({ length: MOST_PARTS }, console.newId) }),
    // Work that has begun goes back to confirmed by taking its start back, never by confirming it.
    ['requested', 'held'],
  ),
  become('start', 'S', 'in-progress', ({ console }, id) =>
    console.perform('startAppointment', { id, at: console.clock.exact() }),
  ),
  become('take-back', undefined, 'confirmed', ({ console }, id) => console.perform('takeBackStart', { id }), [
    'in-progress',
  ]),
  become('complete', 'F', 'completed', ({ console }, id) =>
    console.perform('completeAppointment', { id, at: console.clock.exact() }),
  ),
  become('no-show', 'N', 'no-show', ({ console }, id) => console.perform('markNoShow', { id })),
  {
    id: 'cancel-appointment',
    group: 'work',
    shortcut: 'Delete',
    label: ({ words }) => words.ui('ui.status.cancel'),
    unavailable: (scene) => {
      const one = selected(scene);
      return one === undefined || !canBecome(one.status, 'cancelled');
    },
    run: (scene) => {
      const one = selected(scene);
      if (one !== undefined) scene.console.surfaces.show({ kind: 'cancel', appointmentId: one.id });
    },
  },
  {
    id: 'move-appointment',
    group: 'work',
    shortcut: 'M',
    label: ({ words }) => words.ui('ui.status.move'),
    unavailable: (scene) => {
      const one = selected(scene);
      return one === undefined || !['requested', 'held', 'confirmed', 'in-progress'].includes(one.status);
    },
    run: (scene) => {
      const one = selected(scene);
      if (one !== undefined) scene.console.surfaces.show({ kind: 'move', appointmentId: one.id });
    },
  },
];
