import * as fc from 'fast-check';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import { below, customer, pick, sent, weighted, when } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import * as keeping from './housekeeping.ts';
import { nth, startOf } from './naming.ts';
import { every, row } from './rows.ts';
import { allowedAtFirst, STOCK_AT_FIRST } from './site.ts';
import { lanesOf } from './needs.ts';
import type { Customer, Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';

interface Open extends Sent {
  readonly do: 'open';
  readonly service: number;
  readonly customer: Customer;
}

interface Absence extends When, Sent {
  readonly do: 'absence';
  readonly lane: number;
}

interface Closure extends Sent {
  readonly do: 'closure';
  readonly day: number;
}

interface NoLonger extends Sent {
  readonly do: 'noAbsence' | 'noClosure';
  readonly pick: number;
}

interface Picked extends Sent {
  readonly do: 'cancelOrder' | 'receive';
  readonly pick: number;
}

interface Count extends Sent {
  readonly do: 'count';
  readonly quantity: number;
}

interface Expect extends Sent {
  readonly do: 'expect';
  readonly hour: number;
  readonly quantity: number;
}

interface OnFee extends Sent {
  readonly do: 'fee';
  readonly what: 'settle' | 'waive' | 'refund';
  readonly pick: number;
}

type KeepingStep = Open | Absence | Closure | NoLonger | Picked | Count | Expect | OnFee;

export const keepingTopic = topic<KeepingStep>({
  steps: [
    weighted(7, fc.record({ do: fc.constant('open'), service: below(3), customer, ...sent } as const)),
    weighted(
      9,
      fc.record({
        do: fc.constant('fee'),
        what: fc.constantFrom('settle', 'settle', 'waive', 'refund', 'refund'),
        pick,
        ...sent,
      } as const),
    ),
    weighted(2, fc.record({ do: fc.constant('absence'), lane: below(5), ...when, ...sent } as const)),
    weighted(1, fc.record({ do: fc.constant('closure'), day: below(7), ...sent } as const)),
    weighted(2, fc.record({ do: fc.constantFrom('noAbsence', 'noClosure'), pick, ...sent } as const)),
    weighted(1, fc.record({ do: fc.constant('cancelOrder'), pick, ...sent } as const)),
    weighted(2, fc.record({ do: fc.constant('count'), quantity: below(5), ...sent } as const)),
    weighted(
      2,
      fc.record({
        do: fc.constant('expect'),
        hour: below(48),
        quantity: fc.integer({ min: 1, max: 3 }),
        ...sent,
      } as const),
    ),
    weighted(2, fc.record({ do: fc.constant('receive'), pick, ...sent } as const)),
  ],
  say: {
    open: openOrder,
    fee: settling,
    absence: calendar,
    closure: calendar,
    noAbsence: calendar,
    noClosure: calendar,
    cancelOrder({ pick: which }, { model }) {
      const order = nth(every(model.rows, 'workOrder'), which);
      return order === null ? null : ask('cancelWorkOrder', { id: order.id, reason: 'Sold' });
    },
    count: ({ quantity }, { site }) => ask('countStock', { stockId: site.stockId, onHand: quantity }),
    expect: ({ hour, quantity }, { site }) => ask('expectStock', { stockId: site.stockId, at: at(hour), quantity }),
    receive({ pick: which }, { model, site }) {
      const arrivals = row(model.rows, 'stock', site.stockId)?.arrivals ?? [];
      return ask('receiveStock', { stockId: site.stockId, at: nth(arrivals, which)?.at ?? at(3) });
    },
  },
  answers: {
    recordAbsence: (model, _site, asked) => keeping.recordAbsence(model, asked),
    removeAbsence: (model, _site, asked) => keeping.removeAbsence(model, asked),
    addClosure: (model, _site, asked) => keeping.addClosure(model, asked),
    removeClosure: (model, _site, asked) => keeping.removeClosure(model, asked),
    countStock: (model, _site, asked) => keeping.countStock(model, asked),
    expectStock: (model, _site, asked) => keeping.expectStock(model, asked),
    receiveStock: (model, _site, asked) => keeping.receiveStock(model, asked),
    settleFee: (model, _site, asked) => keeping.settle(model, asked),
    waiveFee: (model, _site, asked) => keeping.settle(model, asked),
    refundFee: (model, _site, asked) => keeping.settle(model, asked),
  },
  notForDispatchers: [
    ...(['countStock', 'expectStock', 'receiveStock', 'addClosure', 'removeClosure'] as const),
    ...(['settleFee', 'waiveFee', 'refundFee'] as const),
  ],
  firstRows: (site) => [
    { entity: 'stock', id: site.stockId, onHand: STOCK_AT_FIRST, arrivals: [] },
    ...allowedAtFirst(site),
  ],
});

function openOrder(step: Open, { model, site, ids }: Scene): Asked | null {
  const service = nth(every(model.rows, 'serviceType'), step.service);
  if (service === null) return null;
  return ask('openWorkOrder', {
    id: ids.next(),
    locationId: site.locationId,
    title: 'Order',
    description: '',
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    serviceTypeId: service.id,
    priority: 'normal',
    duration: service.duration,
    skills: [...service.skills],
    capabilities: service.capabilities === null ? null : [...service.capabilities],
    parts: [...service.parts],
    windows: [],
    due: null,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
  });
}

/** The id is the row's key here; whoever sends it looks up the real one. */
function settling(step: OnFee, { model }: Scene): Asked | null {
  const fees = every(model.rows, 'fee');
  const from = step.what === 'refund' ? 'paid' : 'due';
  const suiting = step.pick % 4 === 0 ? fees : fees.filter((one) => one.state.status === from);
  const id = nth(suiting, step.pick)?.id;
  if (id === undefined) return null;
  if (step.what === 'settle') return ask('settleFee', { id, reference: 'Transfer' });
  return step.what === 'waive'
    ? ask('waiveFee', { id, reason: 'Goodwill' })
    : ask('refundFee', { id, reason: 'Error' });
}

function calendar(step: Absence | Closure | NoLonger, { model, site, ids }: Scene): Asked | null {
  const { locationId } = site;
  switch (step.do) {
    case 'absence': {
      const lane = nth(lanesOf(model.rows), step.lane);
      const from = startOf(step);
      const range = { from, to: addMinutes(from, step.length) };
      return lane === null ? null : ask('recordAbsence', { id: ids.next(), resourceId: lane.id, range, reason: 'Ill' });
    }
    case 'closure': {
      const day = `2026-11-${23 + step.day}`;
      return ask('addClosure', { locationId, from: day, to: day, name: 'Stocktaking' });
    }
    case 'noAbsence': {
      const absence = nth(every(model.rows, 'absence'), step.pick);
      return absence === null ? null : ask('removeAbsence', { id: absence.id });
    }
    case 'noClosure': {
      const closure = nth(row(model.rows, 'location', locationId)?.closures ?? [], step.pick);
      return ask('removeClosure', { locationId, from: closure?.from ?? '2026-11-24', name: 'Stocktaking' });
    }
  }
}
