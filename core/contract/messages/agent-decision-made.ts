import { z } from 'zod';
import { head } from './alert-message.ts';

/** An agent has looked at a unit and recommends something. Version 1. */
export const agentDecisionMade1 = z.looseObject({
  name: z.literal('agent.decision.made'),
  version: z.literal(1),
  ...head,
  /** Only `service` leads to work; the others are noted. */
  decision: z.enum(['service', 'watch', 'none'], 'must be service, watch or none'),
  /** The message id of the alert that it decided about. */
  alertId: z.string('must be text').max(200, 'must be at most 200 characters').optional(),
  /** Who decided. */
  agent: z.string('must be text').max(200, 'must be at most 200 characters').optional(),
  confidence: z.number('must be a number').min(0, 'must be at least 0').max(1, 'must be at most 1').optional(),
});
