import type { LanewayEvent } from '../contract/events.ts';
import type { FeeCollector } from './ports/fee-collector.ts';
import type { Reader } from './ports/store.ts';
import type { Diagnostics } from './ports/surroundings.ts';

/** Tells the collector of every fee that a commit touched. Nobody waits for it. */
export function feeDesk(read: Pick<Reader, 'get'>, collector: FeeCollector, diagnostics: Diagnostics) {
  return (event: LanewayEvent): void => {
    if (event.event !== 'changed') return;
    for (const { entity, id } of event.touched) {
      if (entity !== 'fee') continue;
      read
        .get('fee', id)
        .then((fee) => (fee === undefined ? collector.gone(id) : collector.changed(fee)))
        .catch(() => diagnostics.note('warning', 'fee-collector-failed', {}));
    }
  };
}

/** Nothing collects here: a person looks at the list of fees. */
export function localCollector(diagnostics: Diagnostics): FeeCollector {
  return {
    changed: ({ state }) => diagnostics.note('info', 'fee', { status: state.status }),
    gone: () => diagnostics.note('info', 'fee', { status: 'gone' }),
  };
}
