import type { PlanProgress } from '../planning/board/request.ts';
import type { FoundByPlanner, PlanOrder } from '../application/ports/planners.ts';
import type { Failure } from './protocol.ts';

/** What a planning thread is asked, once: a search, and the cell that says when to stop. */
export interface PlanJob {
  readonly order: PlanOrder;
  /** One 32-bit cell; anything but 0 ends the search. */
  readonly stop: SharedArrayBuffer;
}

/** What it says: ready, its progress, that it proves, and its last word. */
export type FromPlanner =
  | { readonly told: 'ready' }
  | { readonly told: 'progress'; readonly spent: number; readonly better: PlanProgress | null }
  | { readonly told: 'proving'; readonly plan: PlanProgress }
  | { readonly told: 'done'; readonly found: FoundByPlanner }
  | { readonly told: 'failed'; readonly failure: Failure };
