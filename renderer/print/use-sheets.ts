import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QueryInput } from '../../core/contract/client.ts';
import type { Fault, Refusal } from '../../core/contract/refusal.ts';
import type { JobSheets } from '../../core/contract/views/sheet-view.ts';
import { isRelevant } from '../bridge/relevance.ts';
import { useConsole } from '../state/use-console.ts';

export interface SheetsState {
  readonly sheets: JobSheets | undefined;
  readonly error: Refusal | Fault | undefined;
}

interface Answered extends SheetsState {
  readonly key: string;
}

const NOTHING: SheetsState = { sheets: undefined, error: undefined };

/**
 * The day's sheets, asked for afresh each time and not out of the cache: their print time has to be true. They are
 * asked for again when the day changes, and `again` does so on the spot. A null input asks nothing.
 */
export function useSheets(input: QueryInput<'jobSheets'> | null): SheetsState & {
  readonly again: () => Promise<JobSheets | undefined>;
} {
  const { client, connection } = useConsole();
  const key = JSON.stringify(input);
  const same = useMemo(() => JSON.parse(key) as QueryInput<'jobSheets'> | null, [key]);
  const [answered, setAnswered] = useState<Answered>({ ...NOTHING, key: '' });
  const turn = useRef(0);

  const again = useCallback(async (): Promise<JobSheets | undefined> => {
    if (same === null) return undefined;
    turn.current += 1;
    const mine = turn.current;
    const reply = await client.ask('jobSheets', same);
    const sheets = reply.ok ? reply.value : undefined;
    // An answer that a newer question has overtaken is not shown.
    if (mine === turn.current) setAnswered({ key, sheets, error: reply.ok ? undefined : reply.error });
    return sheets;
  }, [client, key, same]);

  useEffect(() => {
    void again();
    const leaveEvents = connection.subscribe((event) => {
      if (event.event === 'changed' && isRelevant('jobSheets', same, event)) void again();
    });
    const leaveState = connection.onState(() => {
      if (connection.state() === 'open') void again();
    });
    return () => {
      leaveEvents();
      leaveState();
    };
  }, [again, connection, same]);

  return { ...(answered.key === key ? answered : NOTHING), again };
}
