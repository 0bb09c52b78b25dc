import type { SearchHit, SearchKind } from '../../../core/contract/views/search-view.ts';

/** Something a person went to from the palette. */
export interface RecentItem {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

const KEY = 'laneway.recent.1';
const MOST = 8;
const KINDS: readonly string[] = ['customer', 'unit', 'workOrder', 'appointment'] satisfies readonly SearchKind[];

function isRecent(value: unknown): value is RecentItem {
  if (typeof value !== 'object' || value === null) return false;
  const item = new Map<string, unknown>(Object.entries(value));
  return (
    KINDS.includes(String(item.get('kind'))) &&
    ['id', 'title', 'detail'].every((field) => typeof item.get(field) === 'string')
  );
}

/** Kept on this machine only; anything unreadable counts as nothing. */
export function readRecent(storage: Pick<Storage, 'getItem'>): readonly RecentItem[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? value.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepRecent(storage: Pick<Storage, 'getItem' | 'setItem'>, hit: SearchHit | RecentItem): void {
  const { kind, id, title, detail } = hit;
  const rest = readRecent(storage).filter((one) => one.id !== id);
  try {
    storage.setItem(KEY, JSON.stringify([{ kind, id, title, detail }, ...rest].slice(0, MOST)));
  } catch {
    // A full storage costs the list, never the way to the thing.
  }
}
