import { MINUTE, minutesBetween } from '../../../core/domain/time/instant.ts';
import { busy, occupies } from './minute-by-minute.ts';
import { changed, every, waitingKey, type AppointmentRow, type Model, type Row, type Rows } from './rows.ts';
import { lanesOf } from './needs.ts';
import type { LaneRow } from './rule-rows.ts';

/** Requests that cannot have their slot any more are cancelled as displaced, and wait. */
export function withoutLosers(rows: Rows, model: Model, winner: AppointmentRow): Rows {
  // What stood there before the confirmation: a hold that it let go was no request yet.
  const losers = every(model.rows, 'appointment').filter(
    (one) => one.state.status === 'requested' && one.id !== winner.id && isInTheWay(one, rows, model, winner),
  );
  const cause = { at: model.now, by: model.who, reason: '', cause: 'displaced' } as const;
  const put = losers.flatMap((loser): Row[] => [
    { ...loser, state: { status: 'cancelled', ...cause } },
    {
      entity: 'waitlistEntry',
      id: waitingKey({ id: '', displaced: loser.id }),
      displaced: loser.id,
      workOrderId: loser.workOrderId,
      serviceTypeId: loser.serviceTypeId,
      customerId: loser.customerId,
      offers: [],
      duration: minutesBetween(loser.start, loser.end),
      since: model.now,
      state: { status: 'waiting' },
    },
  ]);
  return changed(rows, put);
}

/** In some minute that both want, a lane that both claim has too little left for the request. */
function isInTheWay(loser: AppointmentRow, rows: Rows, model: Model, winner: AppointmentRow): boolean {
  const wants = busy(loser, model.now);
  const has = busy(winner, model.now);
  return lanesOf(rows)
    .filter((lane) => unitsOn(winner, lane) > 0 && unitsOn(loser, lane) > 0)
    .some((lane) => {
      for (let at = Math.max(wants.from, has.from); at < Math.min(wants.to, has.to); at += MINUTE)
        if (usedAt(rows, model, lane, at) + unitsOn(loser, lane) > lane.capacity) return true;
      return false;
    });
}

function unitsOn(one: AppointmentRow, lane: LaneRow): number {
  return one.claims.reduce((sum, claim) => sum + (claim.resourceId === lane.id ? claim.units : 0), 0);
}

function usedAt(rows: Rows, model: Model, lane: LaneRow, at: number): number {
  return every(rows, 'appointment')
    .filter((one) => occupies(one, model.now))
    .filter((one) => busy(one, model.now).from <= at && at < busy(one, model.now).to)
    .reduce((sum, one) => sum + unitsOn(one, lane), 0);
}
