import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import type { SuggestionView } from '../../core/contract/views/suggestion-view.ts';
import type { PlacementNeeds } from '../../core/domain/board/placement.ts';
import type { BusyIndex } from '../../core/domain/board/busy-index.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { LaneVerdict } from '../../core/domain/rules/lanes-verdict.ts';
import type { JudgedReason } from '../../core/domain/rules/reason.ts';
import type { Instant, Minutes } from '../../core/domain/time/instant.ts';
import type { KindCode, Priority } from '../../core/domain/work/service-type.ts';
import type { WorkOrderId } from '../../core/domain/work/work-order.ts';

/** What is in the air: a bar of the board, or a card of the tray. */
export type DragSubject =
  | { readonly kind: 'appointment'; readonly appointment: BoardAppointment }
  | {
      readonly kind: 'workOrder';
      readonly id: WorkOrderId;
      readonly title: string;
      readonly hue: KindCode | null;
      readonly priority: Priority;
      readonly duration: Minutes;
      readonly customer: string;
      readonly unit: string;
      readonly number: number | null;
      readonly field: boolean;
    };

export type DragMode = 'move' | 'resize-start' | 'resize-end';

/** Where the ghost is; the lane is null while it is outside the lanes. */
export interface GhostPlace {
  readonly laneId: ResourceId | null;
  readonly start: Instant;
  readonly end: Instant;
}

/** The facts of the host that the rules look at, ready for look-ups. */
export interface DragFacts {
  readonly index: BusyIndex;
  readonly needs: PlacementNeeds;
}

export interface Drag extends GhostPlace {
  readonly subject: DragSubject;
  readonly mode: DragMode;
  readonly by: 'pointer' | 'keyboard';
  /** Null until they have come from the host. */
  readonly facts: DragFacts | null;
  /** One for each lane, computed once per changed step; empty until the facts are there. */
  readonly verdicts: ReadonlyMap<ResourceId, LaneVerdict>;
}

/** A drop the host refused, with what to do instead. */
export interface RefusedDrop {
  readonly title: string;
  readonly reasons: readonly JudgedReason[];
  readonly alternatives: readonly SuggestionView[];
  /** Where it was dropped: times of that day are said without its date. */
  readonly at: Instant;
  /** Window pixels it opens at. */
  readonly point: { readonly x: number; readonly y: number };
  readonly take: (slot: SuggestionView) => void;
  /** Set when only cautions stand in the way: does it all the same, as a recorded override. */
  readonly insist: (() => void) | null;
}

/** A drag in the air, whoever moves it. Verdicts are worked out once for every changed time, for all lanes. */
export interface DragHandle {
  place(place: GhostPlace): void;
  current(): Drag | null;
  drop(): Promise<void>;
  cancel(): void;
}

export interface DragState {
  readonly drag: Drag | null;
  /** Set as long as `drag` is. */
  readonly handle: DragHandle | null;
  readonly refused: RefusedDrop | null;
}

export type DragStore = StoreApi<DragState>;

export function dragStore(): DragStore {
  return createStore<DragState>(() => ({ drag: null, handle: null, refused: null }));
}

export function subjectTitle(subject: DragSubject): string {
  return subject.kind === 'appointment' ? subject.appointment.title : subject.title;
}

export function subjectHue(subject: DragSubject): KindCode | null {
  return subject.kind === 'appointment' ? subject.appointment.kind : subject.hue;
}
