import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ApplyAnswer, Store } from '../../core/application/ports/store.ts';
import type { Op } from '../../core/domain/ops/op.ts';
import { openStore, type OpenStore, type OpenStoreOptions } from '../../core/store/open-store.ts';
import type { NewLogEntry } from '../../core/application/ports/log-entry.ts';
import { at, entry, id } from './sample-rows.ts';

/** A folder of its own, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function optionsIn(folder: string, more: Partial<OpenStoreOptions> = {}): OpenStoreOptions {
  return {
    file: path.join(folder, 'laneway.sqlite'),
    backupFolder: path.join(folder, 'backups'),
    now: () => at(0),
    newReplica: () => id(77),
    busyMilliseconds: 50,
    ...more,
  };
}

/** Opens or fails the test with what the refusal says; closed after the test. */
export async function opens(options: OpenStoreOptions): Promise<OpenStore> {
  const outcome = await openStore(options);
  if (!outcome.ok) throw new Error(`${outcome.refusal.kind}: ${outcome.refusal.detail}`);
  const { value } = outcome;
  onTestFinished(() => value.store.close());
  return value;
}

/** Applies and logs the ops as the next command. A refusal commits nothing and is answered. */
export function commit(store: Store, ops: readonly Op[], more: Partial<NewLogEntry> = {}): Promise<ApplyAnswer> {
  return store.write(async (tx) => {
    const sequence = (await tx.sequence()) + 1;
    const answer = await tx.apply(ops, sequence);
    if (answer.ok) await tx.append(entry(sequence, ops, more));
    return answer;
  });
}
