/** A half-open stretch [from, to) on any number line. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Sorted, disjoint union of the spans; touching spans merge and empty ones vanish. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.from < span.to).toSorted((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ from: span.from, to: span.to });
  }
  return merged;
}

/** What of `spans` is not covered by `holes`. Both may come in any order; the answer is sorted and disjoint. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  const closed = union(holes);
  for (const span of union(spans)) {
    let from = span.from;
    for (const hole of closed) {
      if (hole.to <= from) continue;
      if (hole.from >= span.to) break;
      if (hole.from > from) rest.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    if (from < span.to) rest.push({ from, to: span.to });
  }
  return rest;
}

/** Sorted, disjoint common part of two sets of spans. */
export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  const right = union(b);
  for (const span of union(a)) {
    for (const other of right) {
      if (other.from >= span.to) break;
      const from = Math.max(span.from, other.from);
      const to = Math.min(span.to, other.to);
      if (from < to) common.push({ from, to });
    }
  }
  return common;
}

/** Total length covered, overlaps counted once. */
export function covered(spans: readonly Span[]): number {
  return union(spans).reduce((sum, span) => sum + span.to - span.from, 0);
}
