import { refuse, type Outcome } from '../kernel/outcome.ts';
import type { Caller } from '../contract/dispatch.ts';
import type { ChangeEvent } from '../contract/events.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { ImportReport, RefusedRow } from '../contract/views/import-view.ts';
import { admit, execute, type Executed } from './execute.ts';
import type { WholeTx } from './ports/store.ts';
import { remembering } from './remembering.ts';
import { mergeEvents, type SubmitParts } from './submit.ts';

/** The commands that one row of a file comes to, each with an id of its own. */
export interface ImportRow {
  readonly row: number;
  readonly commands: readonly { readonly id: string; readonly name: string; readonly args: unknown }[];
}

export interface ImportOrder {
  readonly rows: readonly ImportRow[];
  /** Judges every row on what the ones before it would leave, and writes nothing. */
  readonly dryRun: boolean;
  readonly acceptCautions: boolean;
}

export interface ImportTools {
  readonly caller: Caller;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
  readonly sentence: (refusal: Refusal) => string;
}

export type ImportRows = (order: ImportOrder, tools: ImportTools) => Promise<ImportReport>;

/** Rows to a transaction: so long do others wait. A dry run is one transaction, because its rows build on each other. */
const BATCH = 100;

/** Ends the transaction of a dry run. */
class Rehearsed extends Error {}

interface RowDone {
  readonly row: number;
  readonly events: readonly ChangeEvent[];
  readonly refused: { readonly command: string; readonly refusal: Refusal } | null;
}

/** Sends the commands of many rows. A row of which one command is refused leaves nothing behind. */
export function createImportRows(parts: SubmitParts): ImportRows {
  const { store, surroundings, scenes, acting, useCases, publish } = parts;

  const sendRow = async (whole: WholeTx, row: ImportRow, order: ImportOrder, caller: Caller): Promise<RowDone> => {
    const events: ChangeEvent[] = [];
    for (const { id, name, args } of row.commands) {
      const done = await sendOne(whole, name, { id, args, acceptCautions: order.acceptCautions }, caller);
      if (!done.ok) return { row: row.row, events: [], refused: { command: name, refusal: done.refusal } };
      if (done.value.event !== null) events.push(done.value.event);
    }
    return { row: row.row, events, refused: null };
  };

  const sendOne = async (
    whole: WholeTx,
    name: string,
    input: { readonly id: string; readonly args: unknown; readonly acceptCautions: boolean },
    caller: Caller,
  ): Promise<Outcome<Executed, Refusal>> => {
    const actor = await acting.during(whole, caller);
    if (!actor.ok) return actor;
    const admitted = admit(name, input, surroundings, actor.value);
    if (!admitted.ok) return admitted;
    // A right to schedule is not a right to take back steps of others that the rows know nothing of.
    if (name === 'undo' || name === 'redo') return refuse({ kind: 'unknown-name', name });
    const scene = scenes({ host: caller.host, actor: actor.value, acceptCautions: input.acceptCautions });
    return execute(remembering(whole.within(actor.value.organizationId)), admitted.value, scene, useCases);
  };

  const sendBatch = async (rows: readonly ImportRow[], order: ImportOrder, caller: Caller): Promise<RowDone[]> => {
    let done: RowDone[] = [];
    const work = async (whole: WholeTx): Promise<void> => {
      done = [];
      for (const row of rows) {
        const one = await whole.attempt(async () => {
          const value = await sendRow(whole, row, order, caller);
          return { keep: value.refused === null, value };
        });
        done.push(one);
      }
      if (order.dryRun) throw new Rehearsed();
    };
    await store.write(work).catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
    return done;
  };

  return async (order, { caller, progress, signal, sentence }) => {
    const owner = await acting.of(store.read, caller);
    const size = order.dryRun ? Math.max(1, order.rows.length) : BATCH;
    let [accepted, already] = [0, 0];
    const refused: RefusedRow[] = [];
    for (let from = 0; from < order.rows.length; from += size) {
      signal.throwIfAborted();
      const done = await sendBatch(order.rows.slice(from, from + size), order, caller);
      for (const { row, refused: no } of done) {
        if (no === null) accepted += 1;
        else if (no.refusal.kind === 'already-exists') already += 1;
        else refused.push({ row, command: no.command, error: no.refusal, message: sentence(no.refusal) });
      }
      const merged = order.dryRun ? null : mergeEvents(done.flatMap((one) => one.events));
      if (merged !== null) publish(merged, owner.ok ? owner.value.organizationId : null);
      progress(Math.min(from + size, order.rows.length), order.rows.length);
    }
    return { dryRun: order.dryRun, accepted, already, refused };
  };
}
