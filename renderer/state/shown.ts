import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { Instant } from '../../core/domain/time/instant.ts';

/** Window pixels to lanes and times, by arithmetic; no look at the page's elements. */
export interface BoardGeometry {
  /** Null outside the timeline; the lane is null on a group's heading and below the last lane. */
  at(x: number, y: number): { readonly laneId: ResourceId | null; readonly at: Instant } | null;
  /** The nearest multiple of the step. */
  snap(at: Instant): Instant;
  /** The timeline's window, without axis and lane headers. */
  edges(): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  scrollBy(x: number, y: number): void;
  /** Brings a place into sight. */
  reveal(laneId: ResourceId, at: Instant): void;
  /** Steps by the session's step, along the location's wall clock. */
  step(at: Instant, steps: number): Instant;
  lanes(): readonly ResourceId[];
  /** Puts the keyboard on the board. */
  focus(): void;
  /** The middle of a place on the board, for something that opens there. */
  pointOf(laneId: ResourceId, at: Instant): { readonly x: number; readonly y: number };
}

/** What the board worked out from its window: other parts read it, the board alone writes it. */
export interface Shown {
  readonly hourWidth: number;
  readonly laneHeight: number;
  readonly geometry: BoardGeometry | null;
}

export type ShownStore = StoreApi<Shown>;

export function shownStore(): ShownStore {
  return createStore<Shown>(() => ({ hourWidth: 48, laneHeight: 44, geometry: null }));
}
