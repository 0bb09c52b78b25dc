import { instant, range } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { changed, every, row, type FeeRow, type Model } from './rows.ts';

/** What is booked in the stretch stays. */
export function recordAbsence(model: Model, { args }: AskOf<'recordAbsence'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  const away = range(instant(args.range.from), instant(args.range.to));
  return accepted(
    changed(model.rows, [{ entity: 'absence', id: asId(args.id), resourceId: asId(args.resourceId), range: away }]),
  );
}

export function removeAbsence(model: Model, { args }: AskOf<'removeAbsence'>): Answer {
  return model.rows.has(args.id) ? accepted(changed(model.rows, [], [args.id])) : refused('not-found');
}

export function addClosure(model: Model, { args }: AskOf<'addClosure'>): Answer {
  const site = row(model.rows, 'location', args.locationId);
  if (site === undefined) return refused('not-found');
  if (site.closures.some((one) => one.from === args.from && one.name === args.name)) return refused('invalid-input');
  const closure = { from: localDate(args.from), to: localDate(args.to), name: args.name };
  return accepted(changed(model.rows, [{ ...site, closures: [...site.closures, closure] }]));
}

export function removeClosure(model: Model, { args }: AskOf<'removeClosure'>): Answer {
  const site = row(model.rows, 'location', args.locationId);
  if (site === undefined) return refused('not-found');
  const closures = site.closures.filter((one) => one.from !== args.from || one.name !== args.name);
  if (closures.length === site.closures.length) return refused('invalid-input');
  return accepted(changed(model.rows, [{ ...site, closures }]));
}

export function countStock(model: Model, { args }: AskOf<'countStock'>): Answer {
  const stock = row(model.rows, 'stock', args.stockId);
  if (stock === undefined) return refused('not-found');
  return accepted(changed(model.rows, [{ ...stock, onHand: args.onHand }]));
}

export function expectStock(model: Model, { args }: AskOf<'expectStock'>): Answer {
  const stock = row(model.rows, 'stock', args.stockId);
  if (stock === undefined) return refused('not-found');
  const arrivals = [...stock.arrivals, { at: instant(args.at), quantity: args.quantity }];
  return accepted(changed(model.rows, [{ ...stock, arrivals }]));
}

export function receiveStock(model: Model, { args }: AskOf<'receiveStock'>): Answer {
  const stock = row(model.rows, 'stock', args.stockId);
  if (stock === undefined) return refused('not-found');
  const come = stock.arrivals.filter((one) => one.at === args.at);
  if (come.length === 0) return refused('invalid-input');
  const onHand = come.reduce((sum, one) => sum + one.quantity, stock.onHand);
  return accepted(
    changed(model.rows, [{ ...stock, onHand, arrivals: stock.arrivals.filter((one) => one.at !== args.at) }]),
  );
}

/** A due fee is paid or waived, a paid one refunded. `args.id` is the key of the row here. */
export function settle(
  model: Model,
  { name, args }: AskOf<'settleFee'> | AskOf<'waiveFee'> | AskOf<'refundFee'>,
): Answer {
  const fee = every(model.rows, 'fee').find((one) => one.id === args.id);
  if (fee === undefined) return refused('not-found');
  if (fee.state.status !== (name === 'refundFee' ? 'paid' : 'due')) return refused('wrong-fee-status');
  const at = model.now;
  const state: FeeRow['state'] =
    name === 'settleFee'
      ? { status: 'paid', at, reference: args.reference }
      : { status: name === 'waiveFee' ? 'waived' : 'refunded', at, by: model.who, reason: args.reason };
  return accepted(changed(model.rows, [{ ...fee, state }]));
}
