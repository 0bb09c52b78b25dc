import * as fc from 'fast-check';
import { at } from '../../builders/surroundings.ts';
import { receive, type Message } from './alerts.ts';
import { below, mostly, pick, sent, weighted } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { nth } from './naming.ts';
import { ADMIN } from './placing.ts';
import { every } from './rows.ts';
import type { Sent } from './steps.ts';
import { topic, type Scene } from './topic.ts';

/** `fits` is false where nobody understands it. */
interface Alerted extends Sent {
  readonly do: 'alert';
  readonly pick: number;
  readonly value: number;
  readonly severity: Message['severity'];
  readonly fits: boolean;
}

/** Messages of other systems. */
export const alertTopic = topic<Alerted>({
  steps: [
    weighted(
      6,
      fc.record({
        do: fc.constant('alert'),
        pick,
        value: below(1000),
        severity: fc.constantFrom('low', 'medium', 'high', 'critical', 'critical', 'critical', 'emergency'),
        fits: mostly(true),
        ...sent,
      } as const),
    ),
  ],
  say: { alert: saying },
  answers: { receiveAlert: receive },
  notForDispatchers: ['receiveAlert'],
  read: (read, { locationId }) => read.find('alert', { locationId }),
});

function saying(step: Alerted, scene: Scene): Asked {
  const { ids } = scene;
  return ask('receiveAlert', {
    id: ids.next(),
    message: { ...messageOf(step, scene), occurredAt: '2026-11-23T06:00:00Z', colour: { lamp: 'red' } },
    workOrderId: ids.next(),
    appointmentId: ids.next(),
  });
}

/** Few ids, so that the same message comes twice; few plates, so that some fit two units. */
function messageOf({ pick: which, value, severity, fits, by }: Alerted, { model, site }: Scene): Message & object {
  const unit = nth(every(model.rows, 'unit'), which);
  const [external] = unit?.externalIds ?? [];
  const decides = value % 4 === 0;
  const decision = (['service', 'service', 'watch', 'none'] as const)[(value >> 2) % 4] ?? 'none';
  return {
    name: decides ? 'agent.decision.made' : 'alert.created',
    // What nobody can read is refused before anybody asks who sent it.
    version: fits || by !== ADMIN ? 1 : 2,
    id: `m${value % 6}`,
    severity,
    unit: external !== undefined && value % 2 === 0 ? { externalId: external } : (unit?.plate ?? 'AB 0'),
    summary: `Lamp ${value}`,
    ...serviceOf(value, which, model),
    ...(value % 5 === 0 ? { due: new Date(at(18, value % 4)).toISOString() } : {}),
    ...(value % 3 === 0 && every(model.rows, 'location').length < 2 ? {} : { location: site.locationId }),
    ...(decides ? { decision } : {}),
    ...(decides && value % 3 === 0 ? { alertId: nth(every(model.rows, 'alert'), which)?.messageId ?? 'm' } : {}),
  };
}

/** Mostly by its id, which may be nobody's; by its kind, which may be none; or not at all. */
function serviceOf(value: number, which: number, { rows }: Scene['model']): Pick<Message, 'service'> {
  if (value % 7 === 0) return {};
  if (value % 7 === 1) return { service: { id: 'polish', ...(value % 2 === 0 ? { kind: 'repair' } : {}) } };
  if (value % 7 === 2)
    return { service: { kind: (['repair', 'emergency', 'polish'] as const)[value % 3] ?? 'repair' } };
  const id = nth(every(rows, 'serviceType'), which)?.id;
  return id === undefined ? {} : { service: { id } };
}
