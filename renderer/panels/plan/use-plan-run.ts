import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunInput } from '../../../core/contract/client.ts';
import type { RunDetail } from '../../../core/contract/events.ts';
import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { PlanView } from '../../../core/contract/views/plan-view.ts';
import { useConsole } from '../../state/use-console.ts';

export type PlanStage =
  | { readonly stage: 'asking'; readonly refused: string | null }
  | {
      readonly stage: 'searching';
      /** 0..1, of the search alone. */
      readonly share: number;
      /** The best plan so far. */
      readonly found: RunDetail | null;
    }
  | { readonly stage: 'found'; readonly view: PlanView };

export interface PlanRun {
  readonly now: PlanStage;
  search(input: RunInput<'planRange'>): Promise<void>;
  stop(): void;
  /** Back to the question. */
  again(): void;
}

const ASKING: PlanStage = { stage: 'asking', refused: null };

/** A search for a plan and what it tells on the way. Whoever leaves ends it. */
export function usePlanRun(): PlanRun {
  const { client, newId, words } = useConsole();
  const [now, setNow] = useState<PlanStage>(ASKING);
  const running = useRef<string | null>(null);
  const stop = useCallback(() => {
    const runId = running.current;
    running.current = null;
    if (runId !== null) void client.cancel(runId);
  }, [client]);
  useEffect(() => stop, [stop]);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.event !== 'runProgressed' || event.runId !== running.current) return;
        const share = event.total > 0 ? event.done / event.total : 0;
        setNow((before) => {
          const kept = before.stage === 'searching' ? before.found : null;
          return { stage: 'searching', share, found: event.detail ?? kept };
        });
      }),
    [client],
  );
  return {
    now,
    stop: () => {
      stop();
      setNow(ASKING);
    },
    again: () => setNow(ASKING),
    search: async (input) => {
      const runId = newId();
      running.current = runId;
      setNow({ stage: 'searching', share: 0, found: null });
      const reply = await client.start('planRange', runId, input);
      // Stopped, or left, in the meantime: nobody waits for the answer.
      if (running.current !== runId) return;
      running.current = null;
      setNow(
        reply.ok
          ? { stage: 'found', view: reply.value }
          : { stage: 'asking', refused: words().say(errorPhrase(reply.error)) },
      );
    },
  };
}
