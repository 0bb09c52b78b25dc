import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { has, offeredTo, withoutStale } from './holds.ts';
import { withoutLosers } from './losers.ts';
import { giveBack, standing } from './parts.ts';
import { setAside } from './setting-aside.ts';
import { judgePlace } from './place.ts';
import { needsOf } from './needs.ts';
import { asksFirst, isFinal } from './placing.ts';
import { changed, row, type AppointmentRow, type Model } from './rows.ts';
import type { Site } from './site.ts';

/** Confirms, or asks for approval first. */
export function confirm(model: Model, site: Site, asked: AskOf<'confirmAppointment'> | AskOf<'confirmHold'>): Answer {
  const before = row(model.rows, 'appointment', asked.args.id);
  if (before === undefined) return refused('not-found');
  if (isFinal(before)) return refused('final-status');
  const { state } = before;
  if (state.status !== 'requested' && state.status !== 'held') return refused('wrong-status');
  if (state.status === 'requested' && state.approval === 'pending') return refused('approval-pending');
  if (before.claims.length === 0) return refused('no-place');
  const isApproved = state.status === 'requested' && state.approval === 'approved';
  const waits = isApproved ? null : asksFirst(model.rows, before, 'confirmed', asked.by);
  if (waits !== null) {
    const rows = changed(model.rows, [{ ...before, state: waits }]);
    return accepted(giveBack(rows, before.id));
  }
  const given = asked.name === 'confirmAppointment' ? asked.args.reservationIds.length > 0 : true;
  return confirmNow(model, site, before, { accept: asked.accept, withIds: given });
}

/** Says yes to a request that waits for it. */
export function approve(model: Model, site: Site, asked: AskOf<'approveAppointment'>): Answer {
  const before = row(model.rows, 'appointment', asked.args.id);
  if (before === undefined) return refused('not-found');
  if (isFinal(before)) return refused('final-status');
  const { state } = before;
  if (state.status !== 'requested') return refused('wrong-status');
  if (state.approval !== 'pending') return refused('nothing-to-approve');
  if (state.needs?.asked === 'confirmed')
    return confirmNow(model, site, before, { accept: asked.accept, withIds: true });
  return accepted(changed(model.rows, [{ ...before, state: { status: 'requested', approval: 'approved' } }]));
}

export function reject(model: Model, { args }: AskOf<'rejectAppointment'>): Answer {
  const before = row(model.rows, 'appointment', args.id);
  if (before === undefined) return refused('not-found');
  if (isFinal(before)) return refused('final-status');
  if (before.state.status !== 'requested') return refused('wrong-status');
  if (before.state.approval !== 'pending') return refused('nothing-to-approve');
  const state = { status: 'cancelled', at: model.now, by: model.who, reason: args.reason } as const;
  return accepted(changed(model.rows, [{ ...before, state }]));
}

/** Judges the place again; requests that wanted the same are displaced. */
export function confirmNow(
  model: Model,
  site: Site,
  before: AppointmentRow,
  how: { readonly accept: boolean; readonly withIds: boolean },
): Answer {
  const order = row(model.rows, 'workOrder', before.workOrderId);
  if (order !== undefined && order.state.status !== 'open') return refused('final-status');
  const needs = needsOf(model.rows, before);
  const place = judgePlace(model, site, { ...before, needs, own: before.id, recording: false }, null, how.accept);
  if (!place.ok) return place.answer;
  const after: AppointmentRow = { ...before, state: { status: 'confirmed' } };
  const rows = changed(withoutStale(model.rows, model, after), [after]);
  const hasParts = standing(model.rows, before.id).length > 0;
  const placed = setAside(rows, model, site, after, { needs, withIds: how.withIds || hasParts });
  const entry = offeredTo(placed, before.id);
  const told = entry === undefined ? placed : changed(placed, [has(entry, model, before.id)]);
  return accepted(withoutLosers(told, model, after));
}
