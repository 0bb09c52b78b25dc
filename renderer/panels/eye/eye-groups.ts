import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import { MINUTE, type Instant } from '../../../core/domain/time/instant.ts';
import type { TrayTab } from '../../state/surfaces.ts';

export type EyeKind = 'risk' | 'held' | 'overdue';

/** One thing that needs an eye now, the most pressing pieces of it first. */
export interface EyeGroup {
  readonly kind: EyeKind;
  /** Where the tray lists all of it. */
  readonly tab: TrayTab;
  readonly items: readonly TrayItem[];
  /** How many more there are. */
  readonly more: number;
}

const SHOWN = 3;
/** A hold that ends within the hour is running out. */
const SOON = 60 * MINUTE;

/** Promises at risk by their start, holds by their end, overdue work by its promise; what is empty is left out. */
export function eyeGroups(
  lists: Readonly<Record<'risk' | 'held' | 'unassigned', readonly TrayItem[]>>,
  now: Instant,
): readonly EyeGroup[] {
  const held = lists.held.filter((one) => one.heldUntil !== null && one.heldUntil - now <= SOON);
  const overdue = lists.unassigned.filter((one) => one.due !== null && one.due <= now);
  return [
    groupOf('risk', 'risk', lists.risk, (one) => one.start),
    groupOf('held', 'held', held, (one) => one.heldUntil),
    groupOf('overdue', 'unassigned', overdue, (one) => one.due),
  ].filter((group) => group.items.length > 0);
}

function groupOf(
  kind: EyeKind,
  tab: TrayTab,
  items: readonly TrayItem[],
  keyOf: (item: TrayItem) => Instant | null,
): EyeGroup {
  const sorted = items.toSorted((a, b) => (keyOf(a) ?? Infinity) - (keyOf(b) ?? Infinity));
  return { kind, tab, items: sorted.slice(0, SHOWN), more: Math.max(0, sorted.length - SHOWN) };
}
