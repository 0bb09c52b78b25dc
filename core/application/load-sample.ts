import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { ChangeEvent, LanewayEvent } from '../contract/events.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { SampleReport } from '../contract/views/setup-view.ts';
import type { Store } from './ports/store.ts';
import { mergeEvents } from './submit.ts';

/** Writes the sample organization through commands of its own, and tells what each batch of them changed. */
export type WriteSample = (
  progress: (done: number, total: number) => void,
  heard: (event: LanewayEvent) => void,
) => Promise<SampleReport>;

export type LoadSample = (progress: (done: number, total: number) => void) => Promise<Outcome<SampleReport, Refusal>>;

/** Into a file without any organization, once. The consoles hear of it as of one change, when all of it is there. */
export function createLoadSample(parts: {
  readonly store: Store;
  /** Null for hosts that have no sample. */
  readonly write: WriteSample | null;
  readonly publish: (event: ChangeEvent) => void;
}): LoadSample {
  const { store, write, publish } = parts;
  let underway = false;
  return async (progress) => {
    if (write === null) return refuse({ kind: 'unknown-name', name: 'loadSample' });
    if (underway) return refuse({ kind: 'not-empty' });
    underway = true;
    try {
      if ((await store.read.firstOrganization()) !== null) return refuse({ kind: 'not-empty' });
      const events: ChangeEvent[] = [];
      const report = await write(progress, (event) => {
        if (event.event === 'changed') events.push(event);
      });
      const merged = mergeEvents(events);
      if (merged !== null) publish(merged);
      return accept(report);
    } finally {
      underway = false;
    }
  };
}
