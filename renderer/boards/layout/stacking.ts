/** Where a bar lies among those it overlaps: the `level`-th of `levels` strips of its lane. */
export interface Strip {
  readonly level: number;
  readonly levels: number;
}

interface Timed {
  readonly start: number;
  readonly end: number;
}

const ALONE: Strip = { level: 0, levels: 1 };

/** Strips for bars sorted by start. Bars that overlap, also through a third one, share the lane's height evenly. */
export function stack(bars: readonly Timed[]): readonly Strip[] {
  const strips: Strip[] = [];
  let cluster = 0;
  let reach = Number.NEGATIVE_INFINITY;
  let ends: number[] = [];
  const close = (until: number): void => {
    const levels = ends.length;
    if (levels < 2) return;
    for (let index = cluster; index < until; index += 1) strips[index] = { level: strips[index]?.level ?? 0, levels };
  };
  bars.forEach((bar, index) => {
    if (bar.start >= reach) {
      close(index);
      cluster = index;
      ends = [];
    }
    const free = ends.findIndex((end) => end <= bar.start);
    const level = free === -1 ? ends.length : free;
    ends[level] = bar.end;
    reach = Math.max(reach, bar.end);
    strips.push(level === 0 ? ALONE : { level, levels: 1 });
  });
  close(bars.length);
  return strips;
}
