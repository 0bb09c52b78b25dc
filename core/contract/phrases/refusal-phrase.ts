import type { Fault, FieldProblem, Refusal } from '../refusal.ts';
import {
  commandPhrase,
  entityPhrase,
  feeStatusPhrase,
  permissionPhrase,
  statusPhrase,
  waitlistPhrase,
} from './name-phrases.ts';
import { phrase, type Param, type Phrase } from './phrase.ts';
import { reasonPhrase } from './reason-phrase.ts';
import { commands, type CommandName } from '../commands/index.ts';

/** An expected no, as sentences that say what to do next. */
export function refusalPhrase(refusal: Refusal): Phrase {
  return phrase(`refusal.${refusal.kind}`, paramsOf(refusal));
}

/** What failed, and whether trying again may help. */
export function faultPhrase(fault: Fault): Phrase {
  return phrase(`fault.${fault.code}`);
}

export function errorPhrase(error: Refusal | Fault): Phrase {
  return error.kind === 'fault' ? faultPhrase(error) : refusalPhrase(error);
}

/** "end must be after the start": the clause comes from the schema and is English. */
export function problemPhrase(problem: FieldProblem): Phrase {
  return problem.field === ''
    ? phrase('refusal.problem.whole', { reason: problem.reason })
    : phrase('refusal.problem', { field: problem.field, reason: problem.reason });
}

function paramsOf(refusal: Refusal): Readonly<Record<string, Param>> {
  switch (refusal.kind) {
    case 'invalid-input':
      return { problems: { sentences: refusal.problems.map(problemPhrase) } };
    case 'unknown-name':
      return { name: refusal.name };
    case 'not-permitted':
      return { permission: { phrase: permissionPhrase(refusal.permission) } };
    case 'not-found':
      return { entity: { phrase: entityPhrase(refusal.entity) }, id: refusal.id, field: refusal.field };
    case 'unknown-user':
      return { id: refusal.id };
    case 'inactive-user':
      return { name: refusal.name };
    case 'not-own-work':
      return { title: refusal.title };
    case 'already-exists':
      return { entity: { phrase: entityPhrase(refusal.entity) }, id: refusal.id };
    case 'external-id-taken': {
      const { source, id, by, byId } = refusal;
      return { entity: { phrase: entityPhrase(refusal.entity) }, source, id, by, byId };
    }
    case 'blocked':
      return {
        reasons: { sentences: worst(refusal.reasons) },
        next: { phrase: phrase(refusal.alternatives.length > 0 ? 'refusal.blocked.choose' : 'refusal.blocked.other') },
      };
    case 'needs-override':
      return { reasons: { sentences: refusal.reasons.map((judged) => reasonPhrase(judged.reason)) } };
    case 'wrong-status':
      return {
        title: refusal.title,
        from: { phrase: statusPhrase(refusal.from) },
        to: { phrase: statusPhrase(refusal.to) },
      };
    case 'final-status':
      return { title: refusal.title, status: { phrase: statusPhrase(refusal.status) } };
    case 'already-booked':
      return { title: refusal.title, start: { moment: refusal.start } };
    case 'in-use':
      return { entity: { phrase: entityPhrase(refusal.entity) }, name: refusal.name, by: refusal.by };
    case 'approval-pending':
    case 'approval-needed':
      return { title: refusal.title, rule: refusal.rule, priority: refusal.priority };
    case 'no-place':
    case 'nothing-to-approve':
      return { title: refusal.title };
    case 'reschedule-limit':
      return { title: refusal.title, limit: refusal.limit };
    case 'wrong-fee-status':
      return {
        title: refusal.title,
        from: { phrase: feeStatusPhrase(refusal.from) },
        to: { phrase: feeStatusPhrase(refusal.to) },
      };
    case 'changed-since':
      return { what: refusal.what, by: refusal.by, at: { moment: refusal.at } };
    case 'not-undoable':
      return { command: isCommand(refusal.command) ? { phrase: commandPhrase(refusal.command) } : refusal.command };
    case 'same-id-other-command':
      return { id: refusal.id };
    case 'stock-short':
      return { part: refusal.part, needed: refusal.needed, available: refusal.available };
    case 'not-exposed':
      return { start: { moment: refusal.start } };
    case 'time-taken':
      return {
        next: {
          phrase: phrase(refusal.alternatives.length > 0 ? 'refusal.blocked.choose' : 'refusal.time-taken.other'),
        },
      };
    case 'no-free-slot':
    case 'nobody-waiting':
      return { when: { range: { from: refusal.from, to: refusal.to } } };
    case 'not-waiting':
      return { title: refusal.title, status: { phrase: waitlistPhrase(refusal.status) } };
    case 'no-working-time':
      return { title: refusal.title, duration: { duration: refusal.duration }, until: { moment: refusal.until } };
    case 'plan-unfit':
      return {
        count: refusal.lines.length,
        lines: { sentences: refusal.lines.slice(0, SAID_LINES).map(unfitPhrase) },
      };
    case 'not-empty':
    case 'nothing-to-undo':
    case 'nothing-to-redo':
    case 'cancelled-by-caller':
      return {};
  }
}

/** So many lines of a plan are told in full; more would be no sentence. */
const SAID_LINES = 3;

function unfitPhrase({ title, because }: Extract<Refusal, { kind: 'plan-unfit' }>['lines'][number]): Phrase {
  return phrase('refusal.plan-unfit.line', { title, reason: { phrase: refusalPhrase(because) } });
}

/** What blocks is said; cautions beside it would only hide it. */
function worst(reasons: Extract<Refusal, { kind: 'blocked' }>['reasons']): readonly Phrase[] {
  const blocks = reasons.filter((judged) => judged.severity === 'block');
  return (blocks.length > 0 ? blocks : reasons).map((judged) => reasonPhrase(judged.reason));
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
