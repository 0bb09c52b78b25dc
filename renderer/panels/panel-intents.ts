import type { AppointmentDetails } from '../../core/contract/views/details-view.ts';
import type { SuggestionView } from '../../core/contract/views/suggestion-view.ts';
import type { WorkOrder } from '../../core/domain/work/work-order.ts';
import { canBecome } from '../../core/domain/work/status-machine.ts';
import type { Intent, Scene } from '../intents/intent.ts';
import { tellDone } from '../state/tell-done.ts';
import { slotsInput } from './details/best-slots.tsx';
import { bookSlot } from './details/book.ts';
import { changeAppointment } from './details/change-appointment.ts';
import { exportCalendar } from '../intents/export-calendar.ts';
import { DETAILS_TITLE, focusSoon } from './shared/focus.ts';
import { showTray } from './tray/show-tray.ts';
import { TRAY_FILTER } from './tray/tray-filter.tsx';
import { focusCard } from './tray/tray-list.tsx';

/** The details of the selected appointment, once they have been read. */
function appointment({ console }: Scene): AppointmentDetails | undefined {
  const { main } = console.selection.getState();
  if (main?.kind !== 'appointment') return undefined;
  return console.cache.peek('appointmentDetails', { id: main.id }).value;
}

/** The selected work order with its best slot, when it waits for one. */
function bestOf({ console }: Scene): { readonly order: WorkOrder; readonly slot: SuggestionView } | undefined {
  const { main } = console.selection.getState();
  if (main?.kind !== 'workOrder') return undefined;
  const order = console.cache.peek('workOrderDetails', { id: main.id }).value?.workOrder;
  const slot = console.cache.peek('suggestSlots', slotsInput({ workOrderId: main.id })).value?.suggestions[0];
  return order === undefined || slot === undefined ? undefined : { order, slot };
}

function technicianOf(scene: Scene): string | undefined {
  return appointment(scene)?.resources.find((one) => one.kind === 'technician')?.id;
}

/** Minutes that work is first taken to need longer. */
const OVERRUN = 30;

/** Unassigning is cancelling with this reason; the work order returns to the tray. */
const UNASSIGNED = 'unassigned';

const onAppointment: readonly Intent[] = [
  {
    id: 'release-hold',
    group: 'work',
    label: ({ words }) => words.ui('ui.intent.release'),
    unavailable: (scene) => appointment(scene)?.appointment.state.status !== 'held',
    run: async (scene) => {
      const one = appointment(scene)?.appointment;
      if (one === undefined) return;
      const reply = await scene.console.perform('releaseHold', { id: one.id });
      if (reply.ok) tellDone(scene.console, scene.words.ui('ui.intent.release.done', { title: one.title }));
    },
  },
  {
    id: 'pin-appointment',
    group: 'work',
    shortcut: 'P',
    label: (scene) =>
      scene.words.ui(appointment(scene)?.appointment.pinned === true ? 'ui.intent.unpin' : 'ui.intent.pin'),
    unavailable: (scene) => appointment(scene) === undefined,
    run: async (scene) => {
      const one = appointment(scene)?.appointment;
      if (one === undefined) return;
      const done = await changeAppointment(scene.console, one, { pinned: !one.pinned });
      if (done)
        scene.console.notices.announce(scene.words.ui(one.pinned ? 'ui.intent.unpin.done' : 'ui.intent.pin.done'));
    },
  },
  {
    id: 'export-appointment',
    group: 'work',
    label: ({ words }) => words.ui('ui.intent.export'),
    unavailable: (scene) => appointment(scene) === undefined,
    run: (scene) => {
      const one = appointment(scene)?.appointment;
      return one === undefined ? undefined : exportCalendar(scene.console, { appointmentIds: [one.id] });
    },
  },
  {
    id: 'repair-appointment',
    group: 'work',
    shortcut: 'W',
    label: ({ words }) => words.ui('ui.intent.repair'),
    unavailable: (scene) => {
      const status = appointment(scene)?.appointment.state.status;
      return status !== 'confirmed' && status !== 'in-progress';
    },
    run: ({ console, ...scene }) => {
      const one = appointment({ console, ...scene })?.appointment;
      if (one === undefined) return;
      console.surfaces.show({
        kind: 'repair',
        trouble: { kind: 'overrun', appointmentId: one.id, minutes: OVERRUN },
      });
    },
  },
  {
    id: 'unassign-appointment',
    group: 'work',
    shortcut: 'U',
    label: ({ words }) => words.ui('ui.intent.unassign'),
    unavailable: (scene) => {
      const one = appointment(scene)?.appointment;
      return one === undefined || one.workOrderId === null || !canBecome(one.state.status, 'cancelled');
    },
    run: async (scene) => {
      const { console, words } = scene;
      const one = appointment(scene)?.appointment;
      if (one === undefined) return;
      const reply = await console.perform('cancelAppointment', { id: one.id, reason: UNASSIGNED }, { why: UNASSIGNED });
      if (!reply.ok) return;
      if (one.workOrderId !== null) console.selection.select({ kind: 'workOrder', id: one.workOrderId });
      tellDone(console, words.ui('ui.intent.unassign.done', { title: one.title }));
    },
  },
];

function bookBest(id: 'book' | 'hold', shortcut: string, as: 'confirmed' | 'held'): Intent {
  return {
    id: `${id}-best-slot`,
    group: 'plan',
    shortcut,
    label: ({ words }) => words.ui(`ui.intent.${id}Best`),
    unavailable: (scene) => bestOf(scene) === undefined,
    run: (scene) => {
      const best = bestOf(scene);
      return best === undefined ? undefined : bookSlot(scene.console, best.order, { slot: best.slot, rank: 1 }, as);
    },
  };
}

/** What the panels add to the console's intents. */
export const panelIntents: readonly Intent[] = [
  ...onAppointment,
  bookBest('book', 'B', 'confirmed'),
  bookBest('hold', 'H', 'held'),
  {
    id: 'sick-today',
    group: 'plan',
    label: ({ words }) => words.ui('ui.intent.sick'),
    unavailable: ({ console }) => console.location() === undefined,
    run: (scene) => scene.console.surfaces.show({ kind: 'absence', resourceId: technicianOf(scene) ?? null }),
  },
  {
    id: 'plan-days',
    group: 'plan',
    shortcut: 'Shift+P',
    label: ({ words }) => words.ui('ui.plan'),
    unavailable: ({ console }) => console.location() === undefined,
    run: ({ console }) => console.surfaces.show({ kind: 'plan' }),
  },
  {
    id: 'go-tray',
    group: 'go',
    shortcut: 'Alt+1',
    label: ({ words }) => words.ui('ui.intent.goTray'),
    run: () => focusCard(),
  },
  {
    id: 'go-risk',
    group: 'go',
    label: ({ words }) => words.ui('ui.intent.goRisk'),
    run: ({ console }) => showTray(console, 'risk'),
  },
  {
    id: 'go-board',
    group: 'go',
    shortcut: 'Alt+2',
    label: ({ words }) => words.ui('ui.intent.goBoard'),
    unavailable: ({ console }) => console.shown.getState().geometry === null,
    run: ({ console }) => console.shown.getState().geometry?.focus(),
  },
  {
    id: 'go-details',
    group: 'go',
    shortcut: 'Alt+3',
    label: ({ words }) => words.ui('ui.intent.goDetails'),
    run: ({ console }) => {
      console.session.setState({ detailsOpen: true });
      focusSoon(DETAILS_TITLE);
    },
  },
  {
    id: 'filter-tray',
    group: 'go',
    shortcut: '/',
    label: ({ words }) => words.ui('ui.tray.filter.label'),
    run: () => focusSoon(TRAY_FILTER),
  },
  {
    id: 'settings',
    group: 'view',
    shortcut: 'Mod+,',
    label: ({ words }) => words.ui('ui.settings'),
    run: ({ console }) => console.surfaces.show({ kind: 'settings' }),
  },
];
