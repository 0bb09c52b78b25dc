import { may } from '../../../contract/permission.ts';
import type { LogEntryView } from '../../../contract/views/log-view.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';
import { logViews } from '../log/log-views.ts';

/** What of an answer is for whoever asked. Most of a board is for everybody who may read it; this is not. */
export interface Eyes {
  /** Phone, e-mail, address and notes of customers and of work for them. */
  readonly customers: boolean;
  /** Who did what. */
  readonly log: boolean;
}

export function eyesOf({ actor }: Pick<Scene, 'actor'>): Eyes {
  return { customers: may(actor.role, 'read-customers'), log: may(actor.role, 'read-log') };
}

/** The newest entries about one thing; empty for who may not read the log. */
export async function seenHistory(
  { log }: Eyes,
  read: Reader,
  about: { readonly entity: string; readonly id: string; readonly limit: number },
): Promise<readonly LogEntryView[]> {
  return log ? logViews(read, await read.log({ ...about, before: null })) : [];
}
