import type { TrayItem } from '../../../core/contract/views/tray-view.ts';
import { minutes, type Instant, type Minutes } from '../../../core/domain/time/instant.ts';
import { addDays, weekdayOf, type LocalDate } from '../../../core/domain/time/local-date.ts';
import type { TrayTab } from '../../state/surfaces.ts';
import { PRIORITIES } from '../../../core/domain/work/service-type.ts';

export type GroupName = 'today' | 'week' | 'later';

export interface TrayGroup {
  readonly name: GroupName;
  readonly items: readonly TrayItem[];
  /** All their durations together. */
  readonly work: Minutes;
}

/** What a card is sorted and grouped by: unassigned work by its promise, appointments by their start. */
export function keyOf(item: TrayItem, tab: TrayTab): Instant | null {
  return tab === 'unassigned' ? item.due : item.start;
}

export function itemKey(item: TrayItem): string {
  return item.appointmentId ?? item.workOrderId ?? String(item.number);
}

/** Today and overdue, later this week (up to Sunday), later or whenever; empty groups are left out. */
export function groupItems(
  items: readonly TrayItem[],
  tab: TrayTab,
  today: LocalDate,
  dateOf: (at: Instant) => LocalDate,
): readonly TrayGroup[] {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const groups: Record<GroupName, TrayItem[]> = { today: [], week: [], later: [] };
  for (const item of items.toSorted((a, b) => compare(a, b, tab))) {
    const at = keyOf(item, tab);
    const date = at === null ? null : dateOf(at);
    groups[date === null || date > sunday ? 'later' : date <= today ? 'today' : 'week'].push(item);
  }
  return (['today', 'week', 'later'] as const)
    .filter((name) => groups[name].length > 0)
    .map((name) => ({
      name,
      items: groups[name],
      work: minutes(groups[name].reduce((sum, item) => sum + item.duration, 0)),
    }));
}

/** The nearest first, then the more urgent, then the older. */
function compare(a: TrayItem, b: TrayItem, tab: TrayTab): number {
  const [atA, atB] = [keyOf(a, tab) ?? Infinity, keyOf(b, tab) ?? Infinity];
  if (atA !== atB) return atA < atB ? -1 : 1;
  return PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) || a.openedAt - b.openedAt;
}
