const LONGEST = 512;

/**
 * Cuts ids into lists of 1, 2, 4 ... 512, the last filled up with ids of its own, so that few statements are ever
 * prepared. A repeated id inside `in (...)` changes nothing.
 */
export function idLists<T extends string>(ids: readonly T[]): T[][] {
  const unique = [...new Set(ids)];
  const lists: T[][] = [];
  for (let from = 0; from < unique.length; from += LONGEST) {
    const list = unique.slice(from, from + LONGEST);
    let size = 1;
    while (size < list.length) size *= 2;
    const missing = size - list.length;
    lists.push([...list, ...list.slice(0, missing)]);
  }
  return lists;
}

/** Asks list by list and puts the answers together. */
export async function forIds<T extends string, R>(
  ids: readonly T[],
  ask: (list: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (const list of idLists(ids)) for (const row of await ask(list)) found.push(row);
  return found;
}
