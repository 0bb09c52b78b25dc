import * as fc from 'fast-check';
import { below, mostly, pick, sent, weighted } from './arbitraries.ts';
import { asArgs } from './as-args.ts';
import { ask, type Asked, type AskOf } from './asks.ts';
import { at } from '../../builders/surroundings.ts';
import { nth } from './naming.ts';
import { cancelOrder, openOrder, orderParts, updateOrder } from './orders.ts';
import { every } from './rows.ts';
import type { Sent } from './steps.ts';
import { topic, type Scene } from './topic.ts';
import { NOWHERE, remind, updateWords } from './words.ts';

interface OnOrder extends Sent {
  readonly do: 'openFor' | 'changeOrder' | 'orderParts';
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

interface Words extends Sent {
  readonly do: 'words';
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

interface Remind extends Sent {
  readonly do: 'remind';
}

type OrderStep = OnOrder | Words | Remind;

const numbers = { pick, value: below(1000), fits: mostly(true) };

/** Work orders and what is said of visits. */
export const orderTopic = topic<OrderStep>({
  steps: [
    weighted(3, fc.record({ do: fc.constant('openFor'), ...numbers, ...sent } as const)),
    weighted(5, fc.record({ do: fc.constant('changeOrder'), ...numbers, ...sent } as const)),
    weighted(2, fc.record({ do: fc.constant('orderParts'), ...numbers, ...sent } as const)),
    weighted(5, fc.record({ do: fc.constant('words'), ...numbers, ...sent } as const)),
    weighted(3, fc.record({ do: fc.constant('remind'), ...sent } as const)),
  ],
  say: {
    openFor: (step, scene) => ask('openWorkOrder', orderArgs(step, scene, scene.ids.next())),
    changeOrder(step, scene) {
      const open = every(scene.model.rows, 'workOrder').filter((one) => one.state.status === 'open');
      const order = nth(step.value % 8 === 0 ? every(scene.model.rows, 'workOrder') : open, step.pick);
      return order === null ? null : ask('updateWorkOrder', orderArgs(step, scene, order.id));
    },
    orderParts({ pick: which, value }, { model, ids }) {
      const id = nth(every(model.rows, 'workOrder'), which)?.id ?? null;
      return id === null ? null : ask('orderParts', { workOrderId: value % 20 === 0 ? ids.next() : id });
    },
    words: saying,
    remind: () => ask('sendReminders', {}),
  },
  answers: {
    openWorkOrder: openOrder,
    updateWorkOrder: updateOrder,
    cancelWorkOrder: cancelOrder,
    orderParts,
    updateAppointment: (model, _site, asked) => updateWords(model, asked),
    sendReminders: (model) => remind(model),
  },
});

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** Work of some service type, of another length now and then; a wrong one names a unit of somebody else. */
function orderArgs(
  { pick: which, value, fits }: OnOrder,
  { model, site, ids }: Scene,
  id: string,
): AskOf<'openWorkOrder'>['args'] {
  const service = nth(every(model.rows, 'serviceType'), value);
  const unit = value % 2 === 0 ? null : nth(every(model.rows, 'unit'), which);
  const customer = fits && unit !== null ? unit.customerId : (nth(every(model.rows, 'customer'), value)?.id ?? null);
  const { skills = [], capabilities = null, parts = [] } = service ?? {};
  return {
    id,
    locationId: site.locationId,
    title: `Order ${ids.next().slice(-6)}`,
    description: '',
    customerId: customer,
    unitId: unit?.id ?? null,
    serviceTypeId: service?.id ?? null,
    priority: PRIORITIES[value % 4] ?? 'normal',
    duration: value % 3 === 0 ? 60 : 45 + 15 * (value % 5),
    skills: asArgs(skills),
    capabilities: asArgs(capabilities),
    parts: asArgs(parts),
    windows: [],
    due: value % 3 === 0 ? at(18, value % 5) : null,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
  };
}

/** Each time a title that nobody has had yet, so that something changes. */
function saying({ pick: which, value, fits }: Words, { model, ids }: Scene): Asked | null {
  const one = nth(every(model.rows, 'appointment'), which);
  if (one === null) return null;
  const fresh = ids.next();
  const more = {
    externalIds: [{ source: 'Other', id: `${value}` }],
    requestedBy: 'Somebody',
    workItem: value % 2 === 0 ? null : { type: 'case', id: `${value}` },
    customData: { value },
    rescheduleLimit: value % 5 === 0 ? null : value % 3,
    locationText: 'Gate 2',
    zone: fits ? (value % 2 === 0 ? null : 'Europe/Berlin') : NOWHERE,
  };
  return ask('updateAppointment', {
    id: value % 25 === 0 ? fresh : one.id,
    title: `Words ${fresh.slice(-6)}`,
    description: `About ${value}`,
    priority: PRIORITIES[value % 4] ?? 'normal',
    participants: [],
    pinned: value % 3 === 0,
    meetingUrl: '',
    remind: value % 4 !== 0,
    ...(value % 3 === 0 && fits ? {} : more),
  });
}
