import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { SHORTEST_PART } from '../../domain/board/flow.ts';
import { addMinutes, minutes, type Instant } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { announce, announceLead } from '../announce.ts';
import { changes, chainIdOf, numbered, partsOf } from '../long-work/chain.ts';
import { decide, found, invalid, isNew } from '../refusals.ts';
import { isFinal } from '../transition.ts';
import type { Scene, UseCase } from '../use-case.ts';

/**
 * Two linked parts where one appointment was. Nothing moves and no minute is added, so no rule is asked: the place was
 * judged when it was given. The buffers stay before the first and after the second.
 */
export const splitAppointment: UseCase<'splitAppointment'> = async (tx, args, scene) => {
  const row = await found(tx, 'appointment', args.id, 'id');
  if (!row.ok) return row;
  const before = row.value;
  const firm = isFirm(before);
  if (!firm.ok) return firm;
  const fresh = await isNew(tx, 'appointment', args.newId);
  if (!fresh.ok) return fresh;
  const cut = cutOf(args, before, scene);
  if (!cut.ok) return cut;
  const at = cut.value;
  const parts = await partsOf(tx, before);
  const first = { ...before, end: at, after: minutes(0) };
  const second = secondOf(before, args.newId, at);
  const rest = parts.filter((one) => one.id !== before.id);
  const after = numbered([...rest, first, second], chainIdOf(before));
  const made = after.find((one) => one.id === second.id) ?? second;
  const domainEvents = [
    announce('appointment.rescheduled', first),
    announce('appointment.scheduled', made),
    ...announceLead(null, made),
  ];
  return decide(before.title, changes(parts, after), { domainEvents });
};

/** Only what stands firm has minutes to share out. */
export function isFirm({ title, state: { status } }: Appointment): Outcome<null, Refusal> {
  if (status === 'confirmed' || status === 'in-progress') return accept(null);
  return isFinal(status)
    ? refuse({ kind: 'final-status', title, status })
    : refuse({ kind: 'wrong-status', title, from: status, to: 'confirmed' });
}

function cutOf(
  args: ParsedArgs<'splitAppointment'>,
  { start, end, state }: Appointment,
  scene: Scene,
): Outcome<Instant, Refusal> {
  const field = args.at === null ? 'minutes' : 'at';
  const at = args.at ?? addMinutes(start, args.minutes ?? 0);
  if (at < addMinutes(start, SHORTEST_PART) || at > addMinutes(end, -SHORTEST_PART))
    return invalid(field, `must leave at least ${SHORTEST_PART} minutes on either side`);
  if (state.status === 'in-progress' && at < scene.now)
    return invalid(field, 'must not be in the past while the work is underway');
  return accept(at);
}

/** The same work without what belongs to the first part alone: other systems' ids, what was told and ordered. */
function secondOf(before: Appointment, id: Appointment['id'], start: Instant): Appointment {
  return {
    ...before,
    id,
    start,
    before: minutes(0),
    state: { status: 'confirmed' },
    source: null,
    externalIds: [],
    rescheduleCount: 0,
    rescheduledAt: null,
    suggested: null,
    reminded: [],
    ordered: [],
  };
}
