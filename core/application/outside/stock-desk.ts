import { asId } from '../../kernel/id.ts';
import type { HostKind } from '../../contract/host-kind.ts';
import type { Actor } from '../../domain/organization/actor.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { askInventory } from '../ask-inventory.ts';
import { derivedId } from '../derived-id.ts';
import type { Store } from '../ports/store.ts';
import type { SceneMaker } from '../scene.ts';
import type { Submit } from '../submit.ts';
import { askInTime, type Asking } from './ask-in-time.ts';
import type { NeededParts } from './needed-parts.ts';
import type { Outside } from './outside.ts';

/** Under whose name the word of an outside inventory stands in the log: nobody's undo takes it back. */
export const INVENTORY: Actor = {
  id: asId<'user'>('00000000-0000-7000-8000-0000000000ac'),
  name: 'Inventory',
  // Acts in every organization of the file, as the host does.
  role: 'admin',
};

/** Milliseconds in which an inventory that failed is not asked again: a dispatcher does not wait for it at each booking. */
const REST = 30_000;

/** Asks an outside inventory and writes down what it says. */
export interface StockDesk {
  /** True when the rows are as the inventory says; false when it did not answer, and they stay as they were known. */
  ask(organizationId: OrganizationId, wanted: NeededParts, host: HostKind): Promise<boolean>;
}

/** `submit` acts as the inventory. */
export function createStockDesk(
  parts: {
    readonly store: Store;
    readonly submit: Submit;
    readonly scenes: SceneMaker;
    readonly inventory: NonNullable<Outside['inventory']>;
  } & Asking,
): StockDesk {
  const { store, submit, scenes, inventory, diagnostics } = parts;
  let failedAt: Instant | null = null;
  return {
    async ask(organizationId, wanted, host) {
      const scene = scenes({ host });
      if (failedAt !== null && scene.now - failedAt < REST && scene.now >= failedAt) return false;
      const read = store.read.within(organizationId);
      const told = await askInTime('inventory', parts, (signal) => askInventory(read, inventory, wanted, signal));
      failedAt = told === null ? scene.now : null;
      if (told === null) return false;
      const sequence = await store.read.sequence();
      for (const args of told) {
        const id = derivedId(scene, 'command', 'sync-stock', args.stockId, sequence, JSON.stringify(args));
        const done = await submit.one({ name: 'syncStock', input: { id, args } }, { host, organizationId });
        if (!done.ok) diagnostics.note('warning', 'stock-not-taken-over', { kind: done.refusal.kind });
      }
      return true;
    },
  };
}
