import { MINUTE } from '../../domain/time/instant.ts';
import type { Candidates } from './candidates.ts';
import type { Search } from './search.ts';

const APART = 60 * MINUTE;

/**
 * Positions of the best candidates that differ in a way that matters: another technician, another half day or at least
 * 60 minutes apart (semantics.md, Suggesting). Ties go to the earlier start, then to the smaller technician id.
 */
export function chooseDifferent(search: Search, candidates: Candidates, count: number): readonly number[] {
  const rank = ranksOf(search.index.technicians.map((lane) => lane.facts.id));
  const chosen: number[] = [];
  while (chosen.length < count) {
    let best = -1;
    for (let one = 0; one < candidates.count; one += 1) {
      if (best >= 0 && !isBefore(candidates, rank, one, best)) continue;
      if (chosen.every((other) => differ(search, candidates, one, other))) best = one;
    }
    if (best < 0) break;
    chosen.push(best);
  }
  return chosen;
}

function ranksOf(ids: readonly string[]): Int32Array {
  const rank = new Int32Array(ids.length);
  const order = ids.map((id, position) => ({ id, position })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const [place, { position }] of order.entries()) rank[position] = place;
  return rank;
}

function isBefore(candidates: Candidates, rank: Int32Array, one: number, other: number): boolean {
  const { cost, start, technician } = candidates;
  const byCost = (cost[one] ?? 0) - (cost[other] ?? 0);
  if (byCost !== 0) return byCost < 0;
  const byStart = (start[one] ?? 0) - (start[other] ?? 0);
  if (byStart !== 0) return byStart < 0;
  return (rank[technician[one] ?? -1] ?? 0) < (rank[technician[other] ?? -1] ?? 0);
}

function differ({ grid }: Search, candidates: Candidates, one: number, other: number): boolean {
  if (candidates.technician[one] !== candidates.technician[other]) return true;
  const a = candidates.start[one] ?? 0;
  const b = candidates.start[other] ?? 0;
  return Math.abs(a - b) * grid.step >= APART || grid.halfDay[a] !== grid.halfDay[b];
}
