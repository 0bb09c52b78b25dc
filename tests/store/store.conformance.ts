import type { Store } from '../../core/application/ports/store.ts';
import { conformanceClaimsBelt } from './conformance/claims-belt.ts';
import { conformanceLog } from './conformance/log.ts';
import { conformanceOutbox } from './conformance/outbox.ts';
import { conformanceParts } from './conformance/parts.ts';
import { conformanceRanges } from './conformance/ranges.ts';
import { conformanceRows } from './conformance/rows.ts';
import { conformanceSearch } from './conformance/search.ts';
import { conformanceUnits } from './conformance/units.ts';
import { conformanceTransactions } from './conformance/transactions.ts';

/** What every store must do. `open` gives a fresh, empty one that the caller closes. */
export function storeConformance(name: string, open: () => Promise<Store>): void {
  conformanceRows(name, open);
  conformanceTransactions(name, open);
  conformanceClaimsBelt(name, open);
  conformanceRanges(name, open);
  conformanceParts(name, open);
  conformanceLog(name, open);
  conformanceOutbox(name, open);
  conformanceUnits(name, open);
  conformanceSearch(name, open);
}
