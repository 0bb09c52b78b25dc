import * as fc from 'fast-check';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { lanes, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { asArgs } from './as-args.ts';
import { ask, type Asked, type AskOf } from './asks.ts';
import { claimsOf, nth, startOf } from './naming.ts';
import { needsOf } from './needs.ts';
import { applyPlan } from './plan.ts';
import { every } from './rows.ts';
import type { LanesWanted, Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';

interface Draft extends When {
  readonly does: 'move' | 'swap' | 'call-off';
  readonly pick: number;
  readonly lanes: LanesWanted;
}

/** Of work orders one at most: the id of its appointment is the product's to give. */
interface Planned extends Sent {
  readonly do: 'plan';
  readonly drafts: readonly Draft[];
  readonly order: (When & { readonly pick: number; readonly lanes: LanesWanted }) | null;
  readonly skips: boolean;
  readonly fits: boolean;
}

type Line = AskOf<'applyPlan'>['args']['lines'][number];

/** Several things as one step. */
export const planTopic = topic<Planned>({
  steps: [
    weighted(
      7,
      fc.record({
        do: fc.constant('plan'),
        drafts: fc.array(
          fc.record({ does: fc.constantFrom('move', 'move', 'swap', 'call-off'), pick, lanes, ...when } as const),
          { maxLength: 3 },
        ),
        order: fc.option(fc.record({ pick, lanes, ...when }), { nil: null }),
        skips: fc.boolean(),
        fits: mostly(true),
        ...sent,
      } as const),
    ),
  ],
  say: { plan: planning },
  answers: { applyPlan },
});

function planning({ drafts, order, skips, fits }: Planned, scene: Scene): Asked | null {
  const lines: Line[] = [];
  const isNew = (id: string): boolean =>
    lines.every((line) => (line.does === 'book' ? line.workOrderId : line.appointmentId) !== id);
  for (const line of [...drafts.flatMap((draft) => linesOf(draft, scene, fits)), ...bookingOf(order, scene)])
    if (isNew(line.does === 'book' ? line.workOrderId : line.appointmentId)) lines.push(line);
  if (lines.length === 0) return null;
  return ask('applyPlan', { planId: scene.ids.next(), lines, skipUnfit: skips });
}

function linesOf(draft: Draft, { model }: Scene, fits: boolean): readonly Line[] {
  const all = every(model.rows, 'appointment').filter((one) => !fits || one.state.status === 'confirmed');
  const one = nth(all, draft.pick);
  if (one === null) return [];
  if (draft.does === 'call-off') return [{ does: 'call-off', appointmentId: one.id, reason: 'Replanned' }];
  const start = startOf(draft);
  const other = nth(all, draft.pick + 1);
  if (draft.does === 'swap' && other !== null && other !== one && one.claims.length > 0 && other.claims.length > 0)
    return [
      { does: 'move', appointmentId: one.id, start: other.start, end: other.end, claims: asArgs([...other.claims]) },
      { does: 'move', appointmentId: other.id, start: one.start, end: one.end, claims: asArgs([...one.claims]) },
    ];
  const claims = claimsOf(model.rows, draft.lanes);
  return claims.length === 0
    ? []
    : [{ does: 'move', appointmentId: one.id, start, ...kept(draft, addMinutes(start, draft.length), claims) }];
}

/** Now and then it keeps its length, or its hands. */
function kept({ pick: which }: Draft, end: number, claims: ReturnType<typeof claimsOf>) {
  return { end: which % 5 === 0 ? null : end, claims: which % 7 === 0 ? null : claims };
}

/** With everybody it needs, so that nobody has to be found. */
function bookingOf(order: Planned['order'], { model }: Scene): readonly Line[] {
  const work = nth(every(model.rows, 'workOrder'), order?.pick ?? 0);
  if (order === null || work === null) return [];
  const needs = needsOf(model.rows, { workOrderId: work.id, serviceTypeId: null });
  const { technician, bay } = order.lanes;
  const isBare = needs?.capabilities === null;
  const wanted = { ...order.lanes, technician: technician ?? 0, bay: isBare ? bay : (bay ?? 0) };
  const claims = claimsOf(model.rows, wanted);
  const start = startOf(order);
  const has = (role: string): boolean => claims.some((claim) => claim.role === role);
  return !has('lead') || (!isBare && !has('bay'))
    ? []
    : [{ does: 'book', workOrderId: work.id, start, end: addMinutes(start, order.length), claims }];
}
