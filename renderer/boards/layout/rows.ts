import type { ResourceKind } from '../../../core/domain/resources/resource.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { GROUP_HEIGHT } from './fit.ts';
import type { LaneData } from './lane-data.ts';

/** A board reads from top to bottom as rows: a group's heading, then its lanes. */
export type BoardRow =
  | { readonly row: 'group'; readonly kind: ResourceKind; readonly lanes: readonly LaneData[] }
  | { readonly row: 'lane'; readonly data: LaneData };

export interface RowLayout {
  readonly rows: readonly BoardRow[];
  /** Top of each row, and the total as the last one. */
  readonly tops: readonly number[];
  readonly laneHeight: number;
  readonly topOf: ReadonlyMap<ResourceId, number>;
  readonly indexOf: ReadonlyMap<ResourceId, number>;
}

export function rowsOf(lanes: readonly LaneData[]): readonly BoardRow[] {
  const kinds = ['technician', 'bay'] as const;
  return kinds.flatMap((kind): readonly BoardRow[] => {
    const own = lanes.filter((one) => one.lane.kind === kind);
    return own.length === 0
      ? []
      : [{ row: 'group', kind, lanes: own }, ...own.map((data) => ({ row: 'lane', data }) as const)];
  });
}

export function rowLayout(rows: readonly BoardRow[], laneHeight: number): RowLayout {
  const tops: number[] = [0];
  const topOf = new Map<ResourceId, number>();
  const indexOf = new Map<ResourceId, number>();
  rows.forEach((row, index) => {
    const top = tops[index] ?? 0;
    if (row.row === 'lane') {
      topOf.set(row.data.lane.id, top);
      indexOf.set(row.data.lane.id, index);
    }
    tops.push(top + heightOf(row, laneHeight));
  });
  return { rows, tops, laneHeight, topOf, indexOf };
}

/** Bars keep this distance to their lane's edges; less in low lanes, so that two lines of text still fit. */
export function barGap(laneHeight: number): number {
  return laneHeight >= 44 ? 5 : laneHeight >= 36 ? 3 : 2;
}

export function heightOf(row: BoardRow, laneHeight: number): number {
  return row.row === 'group' ? GROUP_HEIGHT : laneHeight;
}

/** The lane at a height below the first row's top; null on a group's heading and outside. */
export function laneAt({ rows, tops }: RowLayout, y: number): ResourceId | null {
  const index = rows.findIndex((_, at) => y >= (tops[at] ?? 0) && y < (tops[at + 1] ?? 0));
  const row = rows[index];
  return row?.row === 'lane' ? row.data.lane.id : null;
}
