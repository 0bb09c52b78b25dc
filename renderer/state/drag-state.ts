import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Verdict } from '../../core/domain/rules/reason.ts';
import type { PlacementNeeds } from '../../core/domain/board/placement.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { Instant } from '../../core/domain/time/instant.ts';
import type { AppointmentId, Claim } from '../../core/domain/work/appointment.ts';
import type { KindCode } from '../../core/domain/work/service-type.ts';
import type { WorkOrderId } from '../../core/domain/work/work-order.ts';

/** What is in the air: a bar of the board, or a card of the tray. */
export type DragSubject =
  | {
      readonly kind: 'appointment';
      readonly id: AppointmentId;
      readonly title: string;
      readonly hue: KindCode | null;
      readonly start: Instant;
      readonly end: Instant;
      readonly claims: readonly Claim[];
    }
  | { readonly kind: 'workOrder'; readonly id: WorkOrderId; readonly title: string; readonly hue: KindCode | null };

export type DragMode = 'move' | 'resize-start' | 'resize-end';

/** The answer for one lane at the ghost's present time. */
export interface LaneJudgement {
  readonly laneId: ResourceId;
  readonly verdict: Verdict;
  /** The claims a drop here would make, partner included; null when no partner can be found. */
  readonly claims: readonly Claim[];
  readonly partnerId: ResourceId | null;
}

export interface Drag {
  readonly subject: DragSubject;
  readonly mode: DragMode;
  readonly by: 'pointer' | 'keyboard';
  /** Where the ghost is; the lane is null while it is outside the board. */
  readonly laneId: ResourceId | null;
  readonly start: Instant;
  readonly end: Instant;
  /** Null until the facts have come from the host. */
  readonly needs: PlacementNeeds | null;
  /** One for each lane, computed once per changed step; empty until the facts are there. */
  readonly judgements: ReadonlyMap<ResourceId, LaneJudgement>;
  /** The pointer in window pixels, for the card that says why. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
}

export interface DragState {
  readonly drag: Drag | null;
}

export type DragStore = StoreApi<DragState> & { set(drag: Drag | null): void };

export function dragStore(): DragStore {
  const store = createStore<DragState>(() => ({ drag: null }));
  return { ...store, set: (drag) => store.setState({ drag }) };
}
