import { accept, type Outcome } from '../../kernel/outcome.ts';
import { asId } from '../../kernel/id.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { SHORTEST_PART } from '../../domain/board/flow.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Location } from '../../domain/organization/location.ts';
import {
  addMinutes,
  instant,
  minutes,
  minutesBetween,
  type Instant,
  type InstantRange,
} from '../../domain/time/instant.ts';
import { addDays } from '../../domain/time/local-date.ts';
import { localDateOf, startOfDay } from '../../domain/time/local-time.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { scheduledDuration } from '../../domain/work/appointment-time.ts';
import { announce, announceLead } from '../announce.ts';
import { chainIdOf, changes, numbered, partsOf, waitingParts } from '../long-work/chain.ts';
import { expiredUnder } from '../long-work/expired.ts';
import { findFlow, type FoundFlow } from '../long-work/find-flow.ts';
import { sameClaims } from '../moved-claims.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import type { DomainEvent } from '../ports/log-entry.ts';
import type { Reader, WriteTx } from '../ports/store.ts';
import { consume } from '../reservations.ts';
import { decide, found, invalid, isNew } from '../refusals.ts';
import { hasHappened } from '../transition.ts';
import type { Scene, UseCase } from '../use-case.ts';
import { isFirm } from './split-appointment.ts';

type Args = ParsedArgs<'carryOver'>;

/**
 * What was done stays; what is left flows on together with the parts after it that the same people do, as though they were
 * one piece of work. Parts that others do stay where they are.
 */
export const carryOver: UseCase<'carryOver'> = async (tx, args, scene) => {
  const row = await found(tx, 'appointment', args.id, 'id');
  if (!row.ok) return row;
  const before = row.value;
  const location = await found(tx, 'location', before.locationId, 'id');
  if (!location.ok) return location;
  const stop = stopOf(args, before, location.value, scene);
  if (!stop.ok) return stop;
  const { stopped, rest, from } = stop.value;
  const following = (await waitingParts(tx, before)).filter((one) => isCarried(one, before));
  const flowing = await carried(tx, scene, { args, before, following, location: location.value, rest, from });
  if (!flowing.ok) return flowing;
  const rows = await rowsOf(tx, args, before, following, flowing.value);
  if (!rows.ok) return rows;
  const used = before.state.status === 'in-progress' ? await consume(tx, scene, before, []) : accept([]);
  if (!used.ok) return used;
  const parts = await partsOf(tx, before);
  const moved = new Set([before.id, ...following.map((one) => one.id)]);
  const others = parts.filter((one) => !moved.has(one.id));
  const after = numbered([...others, stopped, ...rows.value], chainIdOf(before));
  const expired = await expiredUnder(tx, scene, rows.value);
  const ops: readonly (Op | null)[] = [...expired, ...changes(parts, after), ...used.value];
  return decide(before.title, ops, { overrode: flowing.value.overrode, domainEvents: eventsOf(parts, after) });
};

/** Parts after this one that the same people do. */
function isCarried(one: Appointment, before: Appointment): boolean {
  return one.start >= before.start && one.state.status === 'confirmed' && sameClaims(one.claims, before.claims);
}

interface Stop {
  readonly stopped: Appointment;
  readonly rest: number;
  readonly from: Instant;
}

/** What is left of it today, and when the rest may begin. */
function stopOf(args: Args, before: Appointment, location: Location, scene: Scene): Outcome<Stop, Refusal> {
  const firm = isFirm(before);
  if (!firm.ok) return firm;
  const { start, end, state } = before;
  const { at } = args;
  if (state.status === 'in-progress') {
    const happened = hasHappened(at, scene);
    if (!happened.ok) return happened;
    if (at <= Math.max(start, state.startedAt)) return invalid('at', 'must be after the work started');
  } else if (at < addMinutes(start, SHORTEST_PART) || at >= end)
    return invalid('at', `must be at least ${SHORTEST_PART} minutes after the start and before the end`);
  const rest = args.rest ?? minutesBetween(at, end);
  if (rest <= 0) return invalid('rest', 'must be given, because the planned time is over');
  const from = args.from ?? nextDay(at, location, scene);
  if (from < at) return invalid('from', 'must not be before the work stops');
  const done =
    state.status === 'in-progress'
      ? ({ status: 'completed', startedAt: state.startedAt, endedAt: at } as const)
      : state;
  return accept({
    stopped: { ...before, end: instant(Math.min(at, end)), after: minutes(0), state: done },
    rest,
    from,
  });
}

function nextDay(at: Instant, { zone }: Location, { surroundings: { zones } }: Scene): Instant {
  return startOfDay(zones, zone, addDays(localDateOf(zones, zone, at), 1));
}

/** The rest and what follows as one piece of work, from the next working time on. */
async function carried(
  tx: WriteTx,
  scene: Scene,
  work: {
    readonly args: Args;
    readonly before: Appointment;
    readonly following: readonly Appointment[];
    readonly location: Location;
    readonly rest: number;
    readonly from: Instant;
  },
): Promise<Outcome<FoundFlow, Refusal>> {
  const { before, following, rest } = work;
  const { needs, source } = await loadAppointmentNeeds(tx, before, scene.now);
  const duration = minutes(following.reduce((sum, one) => sum + scheduledDuration(one), rest));
  const last = following.at(-1) ?? before;
  return findFlow(tx, scene, {
    location: work.location,
    organization: source.organization,
    // It has begun: its promised start is kept, its parts are there, and how long it may be was asked before.
    needs: {
      ...needs,
      appointmentId: null,
      duration,
      before: minutes(0),
      after: last.after,
      windows: [],
      parts: [],
      durationRange: null,
    },
    claims: before.claims,
    resources: await tx.getMany(
      'resource',
      before.claims.map((claim) => claim.resourceId),
    ),
    from: work.from,
    roundBookings: work.args.roundBookings,
    findBay: false,
    own: new Set([before.id, ...following.map((one) => one.id)]),
  });
}

/** Following parts keep their ids as far as they go; what is new takes the given ones. */
async function rowsOf(
  read: Reader,
  { ids }: Args,
  before: Appointment,
  following: readonly Appointment[],
  { parts }: FoundFlow,
): Promise<Outcome<readonly Appointment[], Refusal>> {
  const missing = parts.length - following.length;
  if (ids.length < missing) return invalid('ids', `must give an id for each of the ${missing} new parts`);
  const rows: Appointment[] = [];
  for (const [index, part] of parts.entries()) {
    const kept = following[index];
    const id = kept?.id ?? ids[index - following.length] ?? asId<'appointment'>('');
    const fresh = kept === undefined ? await isNew(read, 'appointment', id) : accept(null);
    if (!fresh.ok) return fresh;
    rows.push(
      partRow(
        kept ?? { ...before, id, externalIds: [], source: null, suggested: null, reminded: [], ordered: [] },
        part,
        { before, following, isLast: index === parts.length - 1 },
      ),
    );
  }
  return accept(rows);
}

function partRow(
  row: Appointment,
  part: InstantRange,
  work: { readonly before: Appointment; readonly following: readonly Appointment[]; readonly isLast: boolean },
): Appointment {
  const last = work.following.at(-1) ?? work.before;
  return {
    ...row,
    start: part.from,
    end: part.to,
    before: minutes(0),
    after: work.isLast ? last.after : minutes(0),
    state: { status: 'confirmed' },
  };
}

/** The outside hears of what is new, of what has another time, and of what is gone. */
function eventsOf(before: readonly Appointment[], after: readonly Appointment[]): readonly DomainEvent[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map((one) => one.id));
  return [
    ...after.flatMap((one): readonly DomainEvent[] => {
      const was = old.get(one.id);
      if (was === undefined) return [announce('appointment.scheduled', one), ...announceLead(null, one)];
      return was.start === one.start && was.end === one.end ? [] : [announce('appointment.rescheduled', one)];
    }),
    ...before.filter((one) => !kept.has(one.id)).map((one) => announce('appointment.cancelled', one)),
  ];
}
