import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { RunOutput } from '../contract/client.ts';
import type { Caller } from '../contract/dispatch.ts';
import type { LanewayEvent } from '../contract/events.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { RunName } from '../contract/runs.ts';
import type { ImportOrder, ImportRows } from './import-rows.ts';
import type { LoadSample } from './load-sample.ts';
import type { PlanRange, PlanRangeInput } from './planning/plan-range.ts';
import type { Keeper } from './ports/surroundings.ts';
import type { RunTools } from './run-tools.ts';

export type Runners = {
  readonly [N in RunName]: (input: unknown, tools: RunTools) => Promise<Outcome<RunOutput<N>, Refusal>>;
};

/** `sentence` puts a refusal in words, for rows of an import. */
export function createRunners(parts: {
  readonly keeper: Keeper;
  readonly importRows: ImportRows;
  readonly loadSample: LoadSample;
  readonly planRange: PlanRange;
  readonly sentence: (refusal: Refusal) => string;
}): Runners {
  const { keeper, importRows, loadSample, planRange, sentence } = parts;
  return {
    backup: async (_input, { progress, signal }) => accept(await keeper.backup('on-command', progress, signal)),
    loadSample: (_input, { progress }) => loadSample(progress),
    // The contract has parsed them by the same name.
    planRange: (input, tools) => planRange(input as PlanRangeInput, tools),
    importRows: async (input, tools) => accept(await importRows(input as ImportOrder, { ...tools, sentence })),
  };
}

/** The runs under way in this process, by their id. */
export interface RunBoard {
  start(name: RunName, runId: string, input: unknown, caller: Caller): Promise<Outcome<unknown, Refusal>>;
  /** False when no such run is under way. */
  cancel(runId: string): boolean;
}

export function createRunBoard(runners: Runners, publish: (event: LanewayEvent) => void): RunBoard {
  const underway = new Map<string, AbortController>();
  return {
    async start(name, runId, input, caller) {
      if (underway.has(runId))
        return refuse({
          kind: 'invalid-input',
          problems: [{ field: 'runId', reason: 'must not be under way already' }],
        });
      const controller = new AbortController();
      underway.set(runId, controller);
      const progress: RunTools['progress'] = (done, total, detail) => {
        const told = detail === undefined ? {} : { detail };
        publish({ event: 'runProgressed', runId, done, total, phrase: `run.${name}`, ...told });
      };
      try {
        return await runners[name](input, { progress, signal: controller.signal, caller });
      } catch (error) {
        if (controller.signal.aborted) return refuse({ kind: 'cancelled-by-caller' });
        throw error;
      } finally {
        underway.delete(runId);
      }
    },
    cancel(runId) {
      const controller = underway.get(runId);
      controller?.abort();
      return controller !== undefined;
    },
  };
}
