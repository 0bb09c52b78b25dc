/** One thing on a sheet that is never torn apart. */
export interface Block {
  /** Any unit, the same for all. */
  readonly height: number;
  /** True when it must not be the last on its page: a drive belongs to what it leads to. */
  readonly keepWithNext: boolean;
}

/** Which blocks stand on which page, as indexes. `first` and `later` are the room of the first and of every later page. */
export function paginate(
  blocks: readonly Block[],
  room: { readonly first: number; readonly later: number },
): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  let left = room.first;
  let index = 0;
  while (index < blocks.length) {
    const whole = chainFrom(blocks, index);
    // What is too tall for any page is let go block by block.
    const chain = heightOf(whole) > room.later ? whole.slice(0, 1) : whole;
    const height = heightOf(chain);
    if (height > left && left < room.later) {
      pages.push([]);
      left = room.later;
    }
    pages.at(-1)?.push(...chain.map((_, step) => index + step));
    // A block taller than a page has the page to itself.
    left = Math.max(0, left - height);
    index += chain.length;
  }
  return pages;
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

/** The block at `start` with all that must follow it on the same page. */
function chainFrom(blocks: readonly Block[], start: number): readonly Block[] {
  const end = blocks.findIndex((block, index) => index >= start && !block.keepWithNext);
  return blocks.slice(start, end < 0 ? blocks.length : end + 1);
}
