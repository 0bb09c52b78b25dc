import type { AlertDetails } from '../ports/alert-details.ts';
import type { Inventory } from '../ports/inventory.ts';
import type { UnitHealth } from '../ports/unit-health.ts';

/** The services of other systems that are asked before some commands. Null: Laneway's own rows answer. */
export interface Outside {
  readonly details: AlertDetails | null;
  readonly health: UnitHealth | null;
  readonly inventory: Inventory | null;
  /** How long each may take, in milliseconds. */
  readonly patience: number;
}

export const NOBODY_OUTSIDE: Outside = { details: null, health: null, inventory: null, patience: 3000 };
