import type { z } from 'zod';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { AlertSeverity } from '../../domain/policy/auto-book.ts';
import type { ServiceHint } from '../../domain/policy/recommended-service.ts';
import { instant, type Instant } from '../../domain/time/instant.ts';
import type { AlertName } from '../../domain/work/alert.ts';
import { parse } from '../parse.ts';
import type { FieldProblem } from '../refusal.ts';
import { agentDecisionMade1 } from './agent-decision-made.ts';
import { alertCreated1 } from './alert-created.ts';

/** What is understood of a message; the rest is kept beside it, unread. */
export interface ReadMessage {
  readonly name: AlertName;
  readonly version: number;
  readonly messageId: string;
  readonly occurredAt: Instant;
  readonly severity: AlertSeverity;
  /** Names of the unit, most exact first. */
  readonly unit: UnitNamed;
  readonly summary: string;
  readonly fault: string;
  readonly service: ServiceHint;
  readonly location: string | null;
  readonly due: Instant | null;
  /** False when the sender decided that nothing is to be done. */
  readonly wantsService: boolean;
  /** The message id of an earlier alert that this one is about. */
  readonly about: string | null;
}

/** `text` may be an id, an external id or a plate; the others say what they are. */
export interface UnitNamed {
  readonly text: string | null;
  readonly id: string | null;
  readonly externalId: { readonly source: string | null; readonly id: string } | null;
  readonly plate: string | null;
}

const LONGEST_KIND = 60;

/** Every version of every message that is understood. */
const FORMS = {
  'alert.created': { 1: alertCreated1 },
  'agent.decision.made': { 1: agentDecisionMade1 },
} as const;
type Message = z.output<typeof alertCreated1> | z.output<typeof agentDecisionMade1>;

/** Reads a message strictly where it must be understood. Each problem names its field. */
export function readMessage(message: Readonly<Record<string, unknown>>): Outcome<ReadMessage, readonly FieldProblem[]> {
  const { name, version } = message;
  if (name !== 'alert.created' && name !== 'agent.decision.made')
    return refuse([{ field: 'name', reason: `must be ${Object.keys(FORMS).join(' or ')}` }]);
  if (version !== 1) return refuse([{ field: 'version', reason: `must be 1 for ${name}` }]);
  const parsed = parse<z.ZodType<Message>>(FORMS[name][version], message);
  if (parsed.ok) return accept(readingOf(parsed.value));
  return refuse(parsed.refusal.kind === 'invalid-input' ? parsed.refusal.problems : []);
}

function readingOf(message: Message): ReadMessage {
  const { name, version, severity, summary, fault = '', location = null } = message;
  const decided = message.name === 'agent.decision.made' ? message : null;
  return {
    name,
    version,
    messageId: message.id,
    occurredAt: momentOf(message.occurredAt),
    severity,
    unit: unitOf(message.unit),
    summary,
    fault,
    service: {
      id: message.service?.id ?? null,
      name: message.service?.name ?? null,
      kind: kindOf(message.service?.kind),
    },
    location,
    due: message.due === undefined ? null : momentOf(message.due),
    wantsService: decided === null || decided.decision === 'service',
    about: decided?.alertId ?? null,
  };
}

/** As text, as much of it as a sentence can show: who sends something else has named a kind that nobody knows. */
function kindOf(kind: unknown): string | null {
  if (kind === undefined || kind === null) return null;
  const text = typeof kind === 'string' ? kind.trim() : JSON.stringify(kind);
  return text === '' ? null : text.slice(0, LONGEST_KIND);
}

function unitOf(unit: Message['unit']): UnitNamed {
  if (typeof unit === 'string') return { text: unit, id: null, externalId: null, plate: null };
  const { id = null, externalId = null, plate = null } = unit;
  const external = typeof externalId === 'string' ? { source: null, id: externalId } : externalId;
  return { text: null, id, externalId: external, plate };
}

/** The form was checked before. */
function momentOf(text: string): Instant {
  return instant(Date.parse(text));
}
