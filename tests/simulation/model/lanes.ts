import { minutes } from '../../../core/domain/time/instant.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { usesOf as everyUse } from './minute-by-minute.ts';
import { isRepeatedOn } from './occurrences.ts';
import type { LaneRow } from './rule-rows.ts';
import { changed, every, row, type Model, type Rows } from './rows.ts';
import { isTeamShort, membersOf, unitsOn, type Use } from './teams.ts';

type LaneArgs = AskOf<'addTechnician'>['args'] | AskOf<'addBay'>['args'] | AskOf<'addResource'>['args'];
type Kind = LaneRow['kind'];

export function add(model: Model, kind: Kind, args: LaneArgs): Answer {
  if (row(model.rows, 'location', args.locationId) === undefined) return refused('not-found');
  if (model.rows.has(args.id)) return refused('already-exists');
  const wrong = misfit(model.rows, args);
  return wrong ?? accepted(changed(model.rows, [laneOf(model.rows, kind, args)]));
}

/** What is promised from now on has to fit afterwards. */
export function update(model: Model, kind: Kind | null, args: LaneArgs): Answer {
  const { rows } = model;
  const before = row(rows, 'resource', args.id);
  const isPlain = before?.kind !== 'technician' && before?.kind !== 'bay';
  if (before === undefined || (kind === null ? !isPlain : before.kind !== kind)) return refused('not-found');
  if ('kind' in args && args.kind !== before.kind) return refused('invalid-input');
  const isUsed = usesOf(model, before).length > 0 || isRepeatedOn(model, before.id);
  if (before.active && !args.active && isUsed) return refused('in-use');
  const wrong = misfit(rows, args);
  if (wrong !== null) return wrong;
  const after = laneOf(rows, before.kind, args);
  if (isCrowded(model, before, after)) return refused('in-use');
  const next = changed(rows, [after]);
  const team = every(rows, 'resource').find((one) => one.members?.includes(after.id) === true);
  if (before.active === after.active || team === undefined) return accepted(next);
  // A team has as many units as active members.
  const smaller = { ...team, capacity: membersOf(next, team).length };
  if (smaller.capacity === 0) return refused('invalid-input');
  if (isCrowded({ ...model, rows: next }, team, smaller)) return refused('in-use');
  return accepted(changed(next, [smaller]));
}

/** Members are technicians of the place, each in one team only and named once, one of them active. */
function misfit(rows: Rows, args: LaneArgs): Answer | null {
  if (!('kind' in args) || args.kind !== 'team') return null;
  const named = args.members.map((id) => row(rows, 'resource', id));
  if (named.includes(undefined)) return refused('not-found');
  const others = every(rows, 'resource').filter((one) => one.kind === 'team' && one.id !== args.id);
  const fits = named.every((one) => one?.kind === 'technician') && new Set(args.members).size === args.members.length;
  const isElsewhere = args.members.some((id) => others.some((team) => team.members?.includes(asId(id)) === true));
  const hasSomebody = named.some((one) => one?.active === true);
  return fits && !isElsewhere && hasSomebody ? null : refused('invalid-input');
}

function laneOf(rows: Rows, kind: Kind, args: LaneArgs): LaneRow {
  const { name, active, overrides = [] } = args;
  const locationId = asId<'location'>(args.locationId);
  const head = { entity: 'resource', id: asId<'resource'>(args.id), locationId, kind, name, active } as const;
  const dated = overrides.map(({ date, spans }) => ({ date: localDate(date), spans }));
  const times = { hours: weekly(args.hours), overrides: dated, breaks: weekly(args.breaks) };
  const members = 'members' in args ? args.members.map((id) => asId<'resource'>(id)) : undefined;
  const capacity =
    members === undefined ? ('capacity' in args ? (args.capacity ?? 1) : 1) : membersOf(rows, { members }).length;
  return {
    ...head,
    ...times,
    capacity,
    ...('skills' in args ? ({ skills: args.skills } as Pick<LaneRow, 'skills'>) : {}),
    ...('dailyMaximum' in args ? { dailyMaximum: args.dailyMaximum } : {}),
    ...('turnover' in args ? { turnover: minutes(args.turnover) } : {}),
    ...(kind === 'technician' ? {} : { capabilities: offered(args) }),
    ...(members === undefined ? {} : { members }),
  };
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

function weekly(given: LaneArgs['hours'] = []): LaneRow['hours'] {
  return given.map(({ weekday, from, to }) => ({ weekday: WEEK[weekday - 1] ?? 1, from, to }));
}

/** A bare name is a capability of level 1 that does not expire. */
function offered(args: LaneArgs): NonNullable<LaneRow['capabilities']> {
  const all = 'capabilities' in args ? (args.capabilities ?? []) : [];
  return all.map((one) =>
    typeof one === 'string' ? { capability: one, level: 1 as const, expiresOn: null } : { ...one, expiresOn: null },
  );
}

/** What occupies it from now on. */
function usesOf(model: Model, lane: Pick<LaneRow, 'id'>): readonly Use[] {
  return allUses(model).filter((one) => unitsOn(one.claims, lane.id) > 0);
}

function allUses(model: Model): readonly Use[] {
  return everyUse(model, null).filter((one) => one.to > model.now);
}

/** Something that is promised would have too little. */
function isCrowded(model: Model, before: LaneRow, after: LaneRow): boolean {
  const sameMembers = (after.members ?? []).every((id) => before.members?.includes(id) === true);
  if (after.capacity >= before.capacity && sameMembers) return false;
  const uses = allUses(model);
  return usesOf(model, before).some(({ from, to }) =>
    isTeamShort(model, after, { from, to, claims: [] }, { units: 0, uses, countsAway: false }),
  );
}
