import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { ParsedArgs } from '../contract/client.ts';
import { commands, type CommandName } from '../contract/commands/index.ts';
import { envelope, type LeftLine, type Receipt } from '../contract/envelope.ts';
import type { ChangeEvent } from '../contract/events.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Fact } from '../domain/board/fact.ts';
import type { Op } from '../domain/ops/op.ts';
import type { Actor } from '../domain/organization/actor.ts';
import { announceParts } from './announce-parts.ts';
import { authorize } from './authorize.ts';
import { doubleUse } from './double-use.ts';
import { checkExternalIds } from './external-ids.ts';
import { scopeOf, touchedBy, type ChangeScope } from './change-scope.ts';
import { parse } from '../contract/parse.ts';
import type { LogEntry, NewLogEntry } from './ports/log-entry.ts';
import type { WriteTx } from './ports/store.ts';
import { checkOwnWork } from './own-work.ts';
import { linesLeft } from './planning/lines-left.ts';
import type { Surroundings } from './ports/surroundings.ts';
import type { Decision, Scene, UseCase, UseCases } from './use-case.ts';

/** A command that is well formed and allowed. */
export interface Admitted {
  readonly id: string;
  readonly name: CommandName;
  readonly args: unknown;
  readonly fingerprint: string;
  readonly why: string;
  readonly acceptCautions: boolean;
}

export interface Executed {
  readonly receipt: Receipt;
  /** Null when the same command was done before: everybody has heard of it. */
  readonly event: ChangeEvent | null;
}

/** Parses and authorizes; looks at no row. */
export function admit(
  name: string,
  input: unknown,
  surroundings: Surroundings,
  actor: Actor,
): Outcome<Admitted, Refusal> {
  if (!isCommandName(name)) return refuse({ kind: 'unknown-name', name });
  const outer = parse(envelope, input);
  if (!outer.ok) return outer;
  const args = parse(commands[name].args, outer.value.args);
  if (!args.ok) return args;
  const allowed = authorize(actor, commands[name].permission);
  if (!allowed.ok) return allowed;
  const { id, why = '', acceptCautions = false } = outer.value;
  const fingerprint = surroundings.fingerprint(JSON.stringify([name, args.value]));
  return accept({ id, name, args: args.value, fingerprint, why, acceptCautions });
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** Judges and writes one command inside a transaction. A refusal has written nothing. */
export async function execute(
  tx: WriteTx,
  command: Admitted,
  scene: Scene,
  useCases: UseCases,
): Promise<Outcome<Executed, Refusal>> {
  if (await tx.commandIsTaken(command.id)) return repeated(command, await tx.logByCommand(command.id));
  const own = await checkOwnWork(tx, command, scene);
  if (!own.ok) return own;
  // The table pairs each name with the use case for its own arguments, and `admit` parsed them by the same name.
  const judgeAndDecide = useCases[command.name] as UseCase<CommandName>;
  const decided = await judgeAndDecide(tx, command.args as ParsedArgs<CommandName>, scene);
  if (!decided.ok) return decided;
  const decision = decided.value;
  if (decision.sameAs !== undefined) return accept({ receipt: receiptOf(decision.sameAs), event: null });
  const named = await checkExternalIds(tx, decision.ops);
  if (!named.ok) return named;
  const scope = await scopeOf(tx, decision.ops);
  const sequence = (await tx.sequence()) + 1;
  const applied = await tx.apply(decision.ops, sequence);
  if (!applied.ok)
    return refuse('taken' in applied ? { kind: 'already-exists', ...applied.taken } : await doubleUse(tx, applied));
  const entry = entryOf(command, decision, scene, sequence);
  await tx.append(entry);
  scene.exposures.wrote(tx, scene.actor.organizationId, entry);
  if (decision.reverts !== undefined) {
    await tx.markUndone(decision.reverts.entry, sequence);
    if (decision.reverts.clears !== null) await tx.markUndone(decision.reverts.clears, null);
  }
  return accept({ receipt: receiptOf(entry, decision.left ?? []), event: eventOf(entry, scope) });
}

/** `earlier` is undefined when the command was another organization's. */
function repeated(command: Admitted, earlier: LogEntry | undefined): Outcome<Executed, Refusal> {
  if (earlier?.fingerprint !== command.fingerprint) return refuse({ kind: 'same-id-other-command', id: command.id });
  return accept({ receipt: receiptOf(earlier), event: null });
}

function entryOf(command: Admitted, decision: Decision, scene: Scene, sequence: number): NewLogEntry {
  const { actor } = scene;
  const { replica } = scene.surroundings;
  const spec = commands[command.name];
  return {
    sequence,
    commandId: command.id,
    fingerprint: command.fingerprint,
    name: command.name,
    version: spec.version,
    args: command.args,
    actorId: actor.id,
    actorName: actor.name,
    host: scene.host,
    replica,
    at: scene.now,
    why: command.why,
    subject: decision.subject,
    overrode: decision.overrode ?? [],
    undoable: isUndoable(command.name, decision.ops),
    reverts: decision.reverts?.entry ?? null,
    ops: decision.ops,
    domainEvents: [...(decision.domainEvents ?? []), ...announceParts(decision.ops)],
  };
}

/** What changed nothing is no step back; a redo is a step like the command it does again. */
function isUndoable(name: CommandName, ops: readonly Op[]): boolean {
  return ops.length > 0 && (name === 'redo' || commands[name].undoable);
}

function receiptOf(entry: Omit<NewLogEntry, 'domainEvents'>, left = leftAgain(entry)): Receipt {
  const { name, commandId, sequence, at, subject, ops } = entry;
  const facts = receiptFacts(name, ops);
  return {
    commandId,
    sequence,
    at,
    subject,
    touched: touchedBy(ops),
    ...(facts.length === 0 ? {} : { facts }),
    ...(left.length === 0 ? {} : { left }),
  };
}

/** A plan's receipt that is told once more names the same lines. */
function leftAgain({ name, args, ops }: Omit<NewLogEntry, 'domainEvents'>): readonly LeftLine[] {
  if (name !== 'applyPlan') return [];
  // What is in the log was parsed by its name.
  const { lines, skipUnfit } = args as ParsedArgs<'applyPlan'>;
  return skipUnfit ? linesLeft(lines, ops) : [];
}

/** What the sender has to know of an accepted command: that somebody has to approve it first, or that it changed nothing. */
function receiptFacts(name: CommandName, ops: readonly Op[]): readonly Fact[] {
  if (name === 'undo' && ops.length === 0) return [{ fact: 'left-as-it-is', cost: 0 }];
  return ops.flatMap((op): readonly Fact[] => {
    if (op.entity !== 'appointment' || op.op === 'delete') return [];
    const state = op.op === 'insert' ? op.row.state : op.after.state;
    if (state?.status !== 'requested' || state.needs === undefined) return [];
    return [{ fact: 'needs-approval', rule: state.needs.name, priority: state.needs.priority, cost: 0 }];
  });
}

function eventOf(entry: NewLogEntry, scope: ChangeScope): ChangeEvent {
  const { sequence, commandId, actorName, at, ops, name } = entry;
  return { event: 'changed', sequence, command: name, commandId, by: actorName, at, touched: touchedBy(ops), ...scope };
}
