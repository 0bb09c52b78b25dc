import type { CommandArgs } from '../../core/contract/client.ts';

type Message = CommandArgs<'receiveAlert'>['message'];

/** A message as the alert service sends it: critical, about the world's van, for a component repair. */
export function alertMessage(id: string, more: Message = {}): Message {
  return {
    name: 'alert.created',
    version: 1,
    id,
    occurredAt: '2026-11-23T06:55:00Z',
    severity: 'critical',
    unit: 'AB 12345',
    summary: 'Coolant at 118 degrees',
    fault: 'The coolant was too hot three times this morning.',
    service: { name: 'Engine repair' },
    ...more,
  };
}

/** The same from an agent that has looked at the unit. */
export function decisionMessage(id: string, more: Message = {}): Message {
  return { ...alertMessage(id), name: 'agent.decision.made', decision: 'service', agent: 'engine-watch', ...more };
}
