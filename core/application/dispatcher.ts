import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { CallKind, Caller, Dispatcher } from '../contract/dispatch.ts';
import { cancelInput, runInput } from '../contract/envelope.ts';
import type { LanewayEvent } from '../contract/events.ts';
import type { HostKind } from '../contract/host-kind.ts';
import { queries, type QueryName } from '../contract/queries/index.ts';
import type { Fault, Refusal, Reply } from '../contract/refusal.ts';
import { runs, type RunName } from '../contract/runs.ts';
import { createActing } from './acting.ts';
import { commandOfMessage } from './alerts/take-message.ts';
import { authorize } from './authorize.ts';
import { useCases } from './commands/index.ts';
import { parse } from '../contract/parse.ts';
import { jsonObject } from '../contract/services/json-object.ts';
import { createLoadSample, type WriteSample } from './load-sample.ts';
import { nameOnly, noteDefect } from './note-defect.ts';
import { NOBODY_OUTSIDE, type Outside } from './outside/outside.ts';
import { createPrepare } from './outside/prepare.ts';
import { createStockDesk, INVENTORY } from './outside/stock-desk.ts';
import type { Planners } from './ports/planners.ts';
import { PLANNING_HERE } from './planning/plan-here.ts';
import { createPlanRange } from './planning/plan-range.ts';
import type { Reader, Store } from './ports/store.ts';
import { StoreFault } from './ports/store-fault.ts';
import type { Actor } from '../domain/organization/actor.ts';
import type { OrganizationId } from '../domain/organization/organization.ts';
import type { Diagnostics, Keeper, Surroundings } from './ports/surroundings.ts';
import { createImportRows } from './import-rows.ts';
import { createRunBoard, createRunners } from './runs.ts';
import { createScenes } from './scene.ts';
import { createSubmit, type Submit, type SubmitParts } from './submit.ts';
import type { Answerer } from './use-case.ts';
import { createHousekeeper, type Housekeeper } from './waiting/housekeeper.ts';
import { HOUSEKEEPER } from './waiting/housekeeper-actor.ts';

export interface DispatcherParts {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly surroundings: Surroundings;
  readonly diagnostics: Diagnostics;
  readonly answerers: { readonly [N in QueryName]: Answerer<N> };
  /** Who is asked outside before some commands; left out, what stands here answers. */
  readonly outside?: Outside;
  /** Who searches for plans; left out, this thread does, in slices. */
  readonly planners?: Planners;
  /** Left out where there is no sample to load. */
  readonly writeSample?: WriteSample;
  /** The English sentence for hosts without a catalogue of their own. */
  readonly sentence: (error: Refusal | Fault) => string;
}

/** The contract on one open store, and the writer behind it for whoever sends many commands at once. */
export interface Laneway extends Dispatcher {
  readonly submit: Submit;
  /** Takes in a message of another system as it is, once; all ids follow from it. */
  readonly takeMessage: (message: unknown, caller: Caller) => Promise<Reply>;
  /** Tells every console what no command did. */
  readonly publish: (event: LanewayEvent) => void;
  /** Hears of every organization: for the keeper of the file. */
  readonly overhear: (listener: (event: LanewayEvent) => void) => () => void;
  /** Acts on this store under its own name, for a host that stays. */
  readonly housekeeper: (host: HostKind) => Housekeeper;
}

const DEFECT: Fault = { kind: 'fault', code: 'defect', retryable: false };

/** The whole contract behind one function. Nothing is thrown across it: refusals and faults are data, defects are noted. */
export function createDispatcher(parts: DispatcherParts): Laneway {
  const { store, surroundings, diagnostics, sentence } = parts;
  const scenes = createScenes(surroundings);
  const acting = createActing(surroundings.actor);
  const listeners = new Map<(event: LanewayEvent) => void, OrganizationId | 'local' | 'all'>();
  const publish = (event: LanewayEvent, within: OrganizationId | null): void => {
    for (const [listener, of] of listeners) {
      // Until the first organization is known, what happens is its making.
      const hears = of === 'local' ? (acting.home() ?? within) : of;
      if (within !== null && hears !== 'all' && hears !== within) continue;
      try {
        listener(event);
      } catch (error) {
        noteDefect(diagnostics, 'listener', event.event, error);
      }
    }
  };
  const listen = (listener: (event: LanewayEvent) => void, of: OrganizationId | 'local' | 'all'): (() => void) => {
    listeners.set(listener, of);
    return () => listeners.delete(listener);
  };
  /** The same parts for somebody who acts here beside the local user, and who asks nobody outside. */
  const sendingAs = (actor: Actor): SubmitParts => {
    const own = { ...surroundings, actor };
    return { store, surroundings: own, scenes: createScenes(own), acting: createActing(actor), useCases, publish };
  };
  const { outside = NOBODY_OUTSIDE } = parts;
  const { inventory, patience } = outside;
  const inventoryParts = sendingAs(INVENTORY);
  const stock =
    inventory === null
      ? null
      : createStockDesk({ ...inventoryParts, submit: createSubmit(inventoryParts), inventory, patience, diagnostics });
  const prepare = createPrepare({ store, outside, stock, diagnostics });
  const sending: SubmitParts = {
    store,
    surroundings,
    scenes,
    acting,
    useCases,
    publish,
    ...(prepare === undefined ? {} : { prepare }),
  };
  const submit = createSubmit(sending);
  const { keeper, writeSample: write = null } = parts;
  const loadSample = createLoadSample({ store, write, publish: (event) => publish(event, null) });
  const planRange = createPlanRange({
    store,
    scenes,
    acting,
    planners: parts.planners ?? PLANNING_HERE,
    diagnostics,
  });
  const importRows = createImportRows(sending);
  const runners = createRunners({ keeper, importRows, loadSample, planRange, sentence });
  const board = createRunBoard(runners, (event) => publish(event, null));

  const ask = async (name: string, input: unknown, caller: Caller): Promise<Outcome<unknown, Refusal>> => {
    if (!isQueryName(name)) return refuse({ kind: 'unknown-name', name });
    const parsed = parse(queries[name].input, input);
    if (!parsed.ok) return parsed;
    const actor = await acting.of(store.read, caller);
    if (!actor.ok) return actor;
    const allowed = authorize(actor.value, queries[name].permission);
    if (!allowed.ok) return allowed;
    // The table pairs each name with the answerer for its own input, and the input was parsed by the same name.
    const answer = parts.answerers[name] as (
      ...args: readonly [Reader, unknown, ReturnType<typeof scenes>]
    ) => Promise<Outcome<unknown, Refusal>>;
    const read = store.read.within(actor.value.organizationId);
    return answer(read, parsed.value, scenes({ host: caller.host, actor: actor.value }));
  };

  const start = async (name: string, input: unknown, caller: Caller): Promise<Outcome<unknown, Refusal>> => {
    if (!isRunName(name)) return refuse({ kind: 'unknown-name', name });
    const outer = parse(runInput, input);
    if (!outer.ok) return outer;
    const actor = await acting.of(store.read, caller);
    if (!actor.ok) return actor;
    const allowed = authorize(actor.value, runs[name].permission);
    if (!allowed.ok) return allowed;
    const parsed = parse(runs[name].input, outer.value.input);
    if (!parsed.ok) return parsed;
    return board.start(name, outer.value.runId, parsed.value, caller);
  };

  const cancel = (input: unknown): Outcome<unknown, Refusal> => {
    const parsed = parse(cancelInput, input);
    return parsed.ok ? accept({ cancelled: board.cancel(parsed.value.runId) }) : parsed;
  };

  const dispatch = async (
    kind: CallKind,
    name: string,
    input: unknown,
    caller: Caller,
  ): Promise<Outcome<unknown, Refusal>> => {
    switch (kind) {
      case 'command':
        return submit.one({ name, input }, caller);
      case 'query':
        return ask(name, input, caller);
      case 'run':
        return start(name, input, caller);
      case 'cancel':
        return cancel(input);
    }
  };

  const housekeeper = (host: HostKind): Housekeeper => {
    const asKeeper = sendingAs(HOUSEKEEPER);
    return createHousekeeper({ store, submit: createSubmit(asKeeper), scenes: asKeeper.scenes, host });
  };

  const takeMessage = async (message: unknown, caller: Caller): Promise<Outcome<unknown, Refusal>> => {
    const parsed = parse(jsonObject, message);
    if (!parsed.ok) return parsed;
    const actor = await acting.of(store.read, caller);
    if (!actor.ok) return actor;
    const scene = scenes({ host: caller.host, actor: actor.value });
    return submit.one(commandOfMessage(scene, actor.value.organizationId, parsed.value), caller);
  };

  /** Nothing is thrown across the contract. */
  const answered = async (
    kind: CallKind,
    name: string,
    work: () => Promise<Outcome<unknown, Refusal>>,
  ): Promise<Reply> => {
    try {
      const outcome = await work();
      return outcome.ok ? outcome : { ok: false, error: outcome.refusal, message: sentence(outcome.refusal) };
    } catch (error) {
      const fault = error instanceof StoreFault ? error.fault : DEFECT;
      if (fault === DEFECT) noteDefect(diagnostics, kind, name, error);
      else diagnostics.note('warning', 'fault', { kind, name: nameOnly(name), code: fault.code });
      return { ok: false, error: fault, message: sentence(fault) };
    }
  };

  return {
    submit,
    housekeeper,
    publish: (event) => publish(event, null),
    overhear: (listener) => listen(listener, 'all'),
    call: (kind, name, input, caller) => answered(kind, name, () => dispatch(kind, name, input, caller)),
    takeMessage: (message, caller) => answered('command', 'receiveAlert', () => takeMessage(message, caller)),
    subscribe: (listener, organizationId) => listen(listener, organizationId ?? 'local'),
  };
}

function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name);
}

function isRunName(name: string): name is RunName {
  return Object.hasOwn(runs, name);
}
