import type { Answer } from './answer.ts';
import type { Ask } from './asks.ts';
import { cancel, complete, noShow, releaseHold, start, sweep, takeBackStart } from './happening.ts';
import * as keeping from './housekeeping.ts';
import { book, confirm, move } from './placing.ts';
import type { Model } from './rows.ts';
import type { Site } from './site.ts';
import { doAgain, takeBack } from './taking-back.ts';

/** What ought to come of a command where the model stands; `who` is the name of whoever sends it. */
export function answerTo(asked: Ask, model: Model, site: Site, who: string): Answer {
  switch (asked.name) {
    case 'openWorkOrder':
      return keeping.openOrder(model, asked);
    case 'cancelWorkOrder':
      return keeping.cancelOrder(model, asked, who);
    case 'bookAppointment':
      return book(model, site, asked);
    case 'moveAppointment':
      return move(model, site, asked);
    case 'confirmAppointment':
      return confirm(model, site, asked, who);
    case 'startAppointment':
      return start(model, asked);
    case 'takeBackStart':
      return takeBackStart(model, asked);
    case 'completeAppointment':
      return complete(model, asked);
    case 'cancelAppointment':
      return cancel(model, asked, who);
    case 'markNoShow':
      return noShow(model, asked);
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
