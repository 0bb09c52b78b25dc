import type { Entities, EntityName, OpOn } from './op.ts';

/** A row as it stood before the ops, from how it stands after them. `ops` are of that row alone, newest first. */
export function rewound<E extends EntityName>(
  row: Entities[E] | undefined,
  ops: readonly OpOn<E>[],
): Entities[E] | undefined {
  let value = row;
  for (const op of ops) {
    switch (op.op) {
      case 'insert':
        value = undefined;
        break;
      case 'delete':
        value = op.row;
        break;
      case 'update':
        value = value === undefined ? undefined : { ...value, ...op.before };
        break;
    }
  }
  return value;
}
