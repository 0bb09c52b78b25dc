import type { SmallEntity } from '../application/ports/store.ts';
import type { Entities, EntityName } from '../domain/ops/op.ts';

type Lists = { [E in SmallEntity]?: readonly Entities[E][] };

/** Whole small tables, kept until a commit changes them. Only for reads outside transactions. */
export interface SmallTables {
  all<E extends SmallEntity>(entity: E, load: () => Promise<readonly Entities[E][]>): Promise<readonly Entities[E][]>;
  /** To be called after the commit. */
  drop(changed: ReadonlySet<EntityName>): void;
}

export function createSmallTables(): SmallTables {
  const lists: Lists = {};
  let commits = 0;
  return {
    async all(entity, load) {
      const known: Lists[typeof entity] = lists[entity];
      if (known !== undefined) return known;
      const before = commits;
      const loaded = await load();
      // A commit in between may have made the list old before it is kept.
      if (before === commits) Object.assign(lists, { [entity]: loaded });
      return loaded;
    },
    drop(changed) {
      commits += 1;
      for (const entity of Object.keys(lists) as SmallEntity[]) if (changed.has(entity)) delete lists[entity];
    },
  };
}
