import { refused, type Answer } from './answer.ts';
import type { Ask, Name } from './asks.ts';
import { approve, confirm, reject } from './confirming.ts';
import { cancel, complete, noShow, releaseHold, start, sweep, takeBackStart } from './happening.ts';
import * as keeping from './housekeeping.ts';
import { confirmHold, hold } from './holding.ts';
import { ADMIN, book, move } from './placing.ts';
import type { Model } from './rows.ts';
import type { Site } from './site.ts';
import { acceptOffer, addEntry, declineOffer, offer, withdraw } from './waiting.ts';
import { doAgain, takeBack } from './taking-back.ts';

/** The second person is a dispatcher; what changes stock, closures, approvals and fees is not for them. */
const NOT_FOR_DISPATCHERS: readonly Name[] = [
  ...(['countStock', 'expectStock', 'receiveStock', 'addClosure', 'removeClosure'] as const),
  ...(['approveAppointment', 'rejectAppointment', 'settleFee', 'waiveFee', 'refundFee'] as const),
];

/** What ought to come of a command where the model stands. */
export function answerTo(asked: Ask, model: Model, site: Site): Answer {
  if (asked.by !== ADMIN && NOT_FOR_DISPATCHERS.includes(asked.name)) return refused('not-permitted');
  switch (asked.name) {
    case 'openWorkOrder':
      return keeping.openOrder(model, asked);
    case 'cancelWorkOrder':
      return keeping.cancelOrder(model, asked);
    case 'bookAppointment':
      return book(model, site, asked);
    case 'moveAppointment':
      return move(model, site, asked);
    case 'confirmAppointment':
      return confirm(model, site, asked);
    case 'approveAppointment':
      return approve(model, site, asked);
    case 'rejectAppointment':
      return reject(model, asked);
    case 'holdSlot':
      return hold(model, site, asked);
    case 'confirmHold':
      return confirmHold(model, site, asked);
    case 'addWaitlistEntry':
      return addEntry(model, site, asked);
    case 'offerSlot':
      return offer(model, site, asked);
    case 'acceptOffer':
      return acceptOffer(model, site, asked);
    case 'declineOffer':
      return declineOffer(model, asked);
    case 'withdrawWaitlistEntry':
      return withdraw(model, asked);
    case 'settleFee':
    case 'waiveFee':
    case 'refundFee':
      return keeping.settle(model, asked);
    case 'startAppointment':
      return start(model, asked);
    case 'takeBackStart':
      return takeBackStart(model, asked);
    case 'completeAppointment':
      return complete(model, asked);
    case 'cancelAppointment':
      return cancel(model, site, asked);
    case 'markNoShow':
      return noShow(model, site, asked);
    case 'sweepHolds':
      return sweep(model);
    case 'releaseHold':
      return releaseHold(model, asked);
    case 'recordAbsence':
      return keeping.recordAbsence(model, asked);
    case 'removeAbsence':
      return keeping.removeAbsence(model, asked);
    case 'addClosure':
      return keeping.addClosure(model, asked);
    case 'removeClosure':
      return keeping.removeClosure(model, asked);
    case 'countStock':
      return keeping.countStock(model, asked);
    case 'expectStock':
      return keeping.expectStock(model, asked);
    case 'receiveStock':
      return keeping.receiveStock(model, asked);
    case 'undo':
      return takeBack(model, site, asked.by);
    case 'redo':
      return doAgain(model, site, asked.by);
  }
}
