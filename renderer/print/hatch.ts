/** Between two lines of a hatch, in the units of the drawing. */
const STEP = 1.5;

/** Lines at 45 degrees from the lower left to the upper right, cut at the sides: the path of a hatched box. */
export function hatch(from: number, to: number, height: number): string {
  const lines: string[] = [];
  for (let foot = from - height + STEP / 2; foot < to; foot += STEP) {
    const left = Math.max(foot, from);
    const right = Math.min(foot + height, to);
    lines.push(`M${round(left)} ${round(height - (left - foot))}L${round(right)} ${round(height - (right - foot))}`);
  }
  return lines.join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
