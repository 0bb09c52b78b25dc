import { addMinutes, instant, minutes, MINUTE } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { withoutStale } from './holds.ts';
import type { Wanted } from './minute-by-minute.ts';
import { buffersFor, needsOf, quantityOf } from './needs.ts';
import { atWall, length, occurrencesOf, patternOf, ruleOf, shifted, startsOf, type Occurrence } from './occurrences.ts';
import { judgePlace } from './place.ts';
import { areMistaken, claimsOf, hasPeople, inOrder } from './placing.ts';
import { changed, row, type AppointmentRow, type Model, type Rows } from './rows.ts';
import type { SeriesRow } from './series-rows.ts';
import { setAside } from './setting-aside.ts';
import type { Site } from './site.ts';

const SECOND = 1000;
const DAY = 24 * 60 * MINUTE;

export function createSeries(model: Model, site: Site, { args, accept }: AskOf<'createSeries'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  const serviceTypeId: SeriesRow['serviceTypeId'] = isNone(args.serviceTypeId) ? null : asId(args.serviceTypeId);
  const claims = withLead(args.claims, args.assigneeId ?? null);
  if (claims === null || areWrong(model.rows, claims)) return refused('invalid-input');
  const buffers = buffersFor(model.rows, needsOf(model.rows, { workOrderId: null, serviceTypeId }));
  const series: SeriesRow = {
    entity: 'series',
    id: asId(args.id),
    name: args.name,
    start: args.start,
    duration: minutes(args.duration),
    before: isNone(args.before) ? buffers.before : minutes(args.before),
    after: isNone(args.after) ? buffers.after : minutes(args.after),
    rule: ruleOf(patternOf(args)),
    exceptions: [],
    claims,
    serviceTypeId,
    customerId: isNone(args.customerId) ? null : asId(args.customerId),
    priority: args.priority ?? 'normal',
    splitFrom: null,
    active: true,
  };
  return saved(model, site, series, { rows: changed(model.rows, [series]), accept, replaces: [] });
}

/** The one person that an older interface knows leads; nobody can be named so beside another lead. */
function withLead(claims: Parameters<typeof claimsOf>[0], assigneeId: string | null): readonly Claim[] | null {
  const rest = claims.map((claim) => ({ ...claim, resourceId: asId<'resource'>(claim.resourceId) }));
  if (assigneeId === null) return claimsOf(rest);
  if (rest.some((claim) => claim.role === 'lead')) return null;
  // Whoever helped before leads now.
  const others = rest.filter((claim) => claim.resourceId !== assigneeId);
  return [{ resourceId: asId(assigneeId), role: 'lead', units: 1 }, ...others];
}

/** Null says it, and so does saying nothing. */
function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** What repeats may claim nothing at all. */
function areWrong(rows: Rows, claims: readonly Claim[]): boolean {
  return claims.length > 0 && areMistaken(rows, claims);
}

/** Saved although some of what comes collides, when somebody has seen it. */
function saved(
  model: Model,
  site: Site,
  series: SeriesRow,
  how: { readonly rows: Rows; readonly accept: boolean; readonly replaces: readonly string[] },
): Answer {
  return collides(model, site, series, how.replaces) && !how.accept ? refused('needs-override') : accepted(how.rows);
}

/** Whether any of what is still to come could not be booked as it is, itself and what it replaces left out. */
function collides(model: Model, site: Site, series: SeriesRow, replaces: readonly string[]): boolean {
  if (series.claims.length === 0) return false;
  const rows = changed(model.rows, [], [series.id, ...replaces]);
  const starts = startsOf(series);
  const from = Math.max(model.now, atWall(series.start));
  const to = atWall(starts.at(-1) ?? series.start) + DAY + series.duration * MINUTE;
  const stock = row(rows, 'stock', site.stockId);
  return occurrencesOf(series)
    .filter((one) => one.from >= model.now && one.claims.length > 0 && one.from < to && from < one.to)
    .toSorted((a, b) => a.from - b.from)
    .some((one, before) => {
      const wanted = wantedOf(model, series, one, false);
      // Those before it have taken their parts by then.
      const gone = before * quantityOf(wanted.needs, site.partId);
      const left = stock === undefined ? rows : changed(rows, [{ ...stock, onHand: stock.onHand - gone }]);
      const findsBay = !isNone(wanted.needs?.capabilities) && one.claims.every((claim) => claim.role !== 'bay');
      const missing = findsBay ? ({ kind: 'bay', kept: null } as const) : null;
      return !judgePlace({ ...model, rows: left }, site, wanted, missing, false).ok;
    });
}

function wantedOf(model: Model, series: SeriesRow, one: Occurrence, recording: boolean): Wanted {
  const { before, after, serviceTypeId } = series;
  const needs = needsOf(model.rows, { workOrderId: null, serviceTypeId });
  return { start: one.from, end: one.to, before, after, claims: one.claims, needs, own: one.id, recording };
}

export function updateSeries(model: Model, site: Site, { args, accept }: AskOf<'updateSeries'>): Answer {
  const before = row(model.rows, 'series', args.id);
  if (before === undefined) return refused('not-found');
  const assigneeId = args.assigneeId ?? null;
  const kept = assigneeId === null ? before.claims : before.claims.filter((claim) => claim.role !== 'lead');
  const claims = withLead(args.claims ?? kept, assigneeId);
  if (claims === null || areWrong(model.rows, claims)) return refused('invalid-input');
  const said = args.serviceTypeId;
  const serviceTypeId = said === undefined ? before.serviceTypeId : said === null ? null : asId<'service-type'>(said);
  const buffers = buffersFor(model.rows, needsOf(model.rows, { workOrderId: null, serviceTypeId }));
  const buffer = (side: 'before' | 'after') => {
    const given = args[side];
    return given === undefined ? before[side] : given === null ? buffers[side] : minutes(given);
  };
  const series: SeriesRow = {
    ...before,
    name: args.name ?? before.name,
    claims,
    serviceTypeId,
    before: buffer('before'),
    after: buffer('after'),
  };
  const rows = changed(model.rows, [series]);
  if (textOf(before.claims) === textOf(claims) && before.serviceTypeId === serviceTypeId) return accepted(rows);
  return saved(model, site, series, { rows, accept, replaces: [] });
}

function textOf(claims: readonly Claim[]): string {
  return claims
    .map(({ resourceId, role, units }) => `${role} ${resourceId} ${units}`)
    .toSorted()
    .join();
}

/** Nothing of it begins from the next second on. */
export function endSeries(model: Model, { args }: AskOf<'endSeries'>): Answer {
  const before = row(model.rows, 'series', args.id);
  if (before === undefined) return refused('not-found');
  return accepted(changed(model.rows, [{ ...endedAt(before, model.now + SECOND), active: false }]));
}

/** The series without what begins at the moment or later; what became an appointment stays noted. */
function endedAt(series: SeriesRow, moment: number): SeriesRow {
  const rule = ruleOf({ ...patternOf(series), count: null, until: Math.floor(moment / SECOND - 1) * SECOND });
  const exceptions = series.exceptions.filter((one) => one.change === 'appointment' || atWall(one.start) < moment);
  return { ...series, rule, exceptions, active: series.active && atWall(series.start) < moment };
}

type Edit = AskOf<'editOccurrence'>;

export function editOccurrence(model: Model, site: Site, asked: Edit): Answer {
  const { args } = asked;
  const series = row(model.rows, 'series', args.seriesId);
  if (series === undefined) return refused('not-found');
  if (args.scope === 'this') return editThis(model, site, series, asked);
  if (!startsOf(series).includes(args.occurrence)) return refused('invalid-input');
  if (args.change.kind === 'skip') return accepted(changed(model.rows, [endedAt(series, atWall(args.occurrence))]));
  const claims = changedClaims(model, series, args.change);
  if (claims === 'mistaken') return refused('invalid-input');
  const newSeriesId = args.newSeriesId ?? null;
  const isAll = args.scope === 'all' || newSeriesId === null || args.occurrence === series.start;
  const change = { ...args.change, claims };
  return isAll ? changeAll(model, site, series, asked, change) : changeFollowing(model, site, series, asked, change);
}

type Change = Omit<Extract<Edit['args']['change'], { kind: 'change' }>, 'claims'> & {
  readonly claims: readonly Claim[] | null;
};

function changedClaims(
  model: Model,
  series: SeriesRow,
  change: Extract<Edit['args']['change'], { kind: 'change' }>,
): readonly Claim[] | null | 'mistaken' {
  const assigneeId = change.assigneeId ?? null;
  if (isNone(change.claims) && assigneeId === null) return null;
  const followers = series.claims.filter((claim) => claim.role !== 'lead');
  const claims = withLead(change.claims ?? followers, assigneeId);
  return claims === null || areWrong(model.rows, claims) ? 'mistaken' : claims;
}

function editThis(model: Model, site: Site, series: SeriesRow, { args, accept }: Edit): Answer {
  const one = occurrencesOf(series).find(({ start }) => start === args.occurrence);
  if (one === undefined) return refused('invalid-input');
  const others = series.exceptions.filter(({ start }) => start !== one.start);
  if (args.change.kind === 'skip') {
    const skipped = { start: one.start, change: 'cancelled' } as const;
    return accepted(changed(model.rows, [{ ...series, exceptions: [...others, skipped] }]));
  }
  const given = changedClaims(model, series, args.change);
  if (given === 'mistaken') return refused('invalid-input');
  const from = isNone(args.change.start) ? one.from : atWall(args.change.start);
  const duration = minutes(args.change.duration ?? length(one));
  const after = { ...one, from, to: addMinutes(from, duration), claims: given ?? one.claims };
  if (after.claims.length > 0) {
    if (areWrong(model.rows, after.claims)) return refused('invalid-input');
    const place = judgePlace(model, site, wantedOf(model, series, after, from === one.from), null, accept);
    if (!place.ok) return place.answer;
  }
  const known = series.exceptions.find(({ start }) => start === one.start);
  const was = known?.change === 'moved' ? known : { to: one.start, duration: series.duration, claims: null };
  const moved = {
    start: one.start,
    change: 'moved',
    to: args.change.start ?? was.to,
    duration: isNone(args.change.duration) ? was.duration : duration,
    claims: given ?? was.claims,
  } as const;
  return accepted(changed(model.rows, [{ ...series, exceptions: [...others, moved] }]));
}

/** All go as far as the one does, and what was changed of one alone with them. */
function changeAll(model: Model, site: Site, series: SeriesRow, { args, accept }: Edit, change: Change): Answer {
  const by = isNone(change.start) ? 0 : atWall(change.start) - atWall(args.occurrence);
  const after = changedSeries(series, by, change);
  const rows = renamed(changed(model.rows, [after]), series, after);
  return saved(model, site, after, { rows, accept, replaces: [series.id] });
}

/** The old one ends before it, a new one begins with it; the count is shared out. */
function changeFollowing(model: Model, site: Site, series: SeriesRow, { args, accept }: Edit, change: Change): Answer {
  const id = asId<'series'>(args.newSeriesId ?? '');
  if (model.rows.has(id)) return refused('already-exists');
  const { occurrence } = args;
  const stop = atWall(occurrence);
  const pattern = patternOf(series);
  const done = startsOf(series).filter((start) => atWall(start) < stop).length;
  const tail: SeriesRow = {
    ...series,
    id,
    start: occurrence,
    rule: ruleOf({ ...pattern, count: pattern.count === null ? null : pattern.count - done }),
    exceptions: series.exceptions.filter(
      (one) => atWall(one.start) > stop || (one.change === 'appointment' && one.start === occurrence),
    ),
    splitFrom: series.id,
  };
  const by = isNone(change.start) ? 0 : atWall(change.start) - stop;
  const after = changedSeries(tail, by, change);
  const ended = endedAt(series, stop);
  const before = { ...ended, exceptions: ended.exceptions.filter((one) => atWall(one.start) < stop) };
  const rows = renamed(changed(model.rows, [before, after]), series, after);
  return saved(model, site, after, { rows, accept, replaces: [series.id] });
}

function changedSeries(series: SeriesRow, by: number, change: Change): SeriesRow {
  const pattern = patternOf(series);
  const moved = ruleOf({ ...pattern, until: pattern.until === null ? null : pattern.until + by });
  const after: SeriesRow = {
    ...series,
    start: shifted(series.start, by),
    duration: isNone(change.duration) ? series.duration : minutes(change.duration),
    rule: isNone(change.rule) ? moved : ruleOf(patternOf({ rule: change.rule })),
    claims: change.claims ?? series.claims,
  };
  const starts = new Set(startsOf(after));
  const exceptions = series.exceptions.map((one) => {
    const start = shifted(one.start, by);
    // What only lasts longer or is done by others has no time of its own.
    return one.change === 'moved' && one.to === one.start ? { ...one, start, to: start } : { ...one, start };
  });
  return { ...after, exceptions: exceptions.filter((one) => one.change === 'appointment' || starts.has(one.start)) };
}

/** Appointments keep their times; only what names them in the series changes. */
function renamed(rows: Rows, before: SeriesRow, after: SeriesRow): Rows {
  const put = after.exceptions.flatMap((one): AppointmentRow[] => {
    const booked = one.change === 'appointment' ? row(rows, 'appointment', one.appointmentId) : undefined;
    return booked?.seriesId === before.id ? [{ ...booked, seriesId: after.id, occurrence: one.start }] : [];
  });
  return changed(rows, put);
}

/** Judged like any booking; who is missing is found. */
export function bookOccurrence(model: Model, site: Site, { args, accept }: AskOf<'bookOccurrence'>): Answer {
  if (model.rows.has(args.id)) return refused('already-exists');
  const series = row(model.rows, 'series', args.seriesId);
  if (series === undefined) return refused('not-found');
  const one = occurrencesOf(series).find(({ start }) => start === args.occurrence);
  if (one === undefined || areWrong(model.rows, one.claims)) return refused('invalid-input');
  const wanted = wantedOf(model, series, one, args.recording ?? false);
  const { needs } = wanted;
  const hasBay = needs === null || needs.capabilities === null || one.claims.some((claim) => claim.role === 'bay');
  const kind = needs !== null && !hasPeople(one.claims) ? 'technician' : hasBay ? null : 'bay';
  if (one.claims.length === 0 && kind === null) return refused('no-place');
  const place = judgePlace(model, site, wanted, kind === null ? null : { kind, kept: null }, accept);
  if (!place.ok) return place.answer;
  const exception = { start: one.start, change: 'appointment', appointmentId: asId<'appointment'>(args.id) } as const;
  const exceptions = [...series.exceptions.filter(({ start }) => start !== one.start), exception];
  const rows = (chosen: Claim | null): Rows => {
    const { before, after, serviceTypeId, customerId, priority } = series;
    const fresh: AppointmentRow = {
      entity: 'appointment',
      id: exception.appointmentId,
      start: instant(one.from),
      end: instant(one.to),
      before,
      after,
      state: { status: 'confirmed' },
      claims: chosen === null ? one.claims : inOrder([...one.claims, chosen]),
      workOrderId: null,
      serviceTypeId,
      rescheduleCount: 0,
      rescheduleLimit: null,
      customerId,
      priority,
      source: null,
      segment: null,
      seriesId: series.id,
      occurrence: one.start,
    };
    const placed = changed(withoutStale(model.rows, model, fresh), [fresh, { ...series, exceptions }]);
    const withIds = (args.reservationIds ?? []).length > 0;
    return setAside(placed, model, site, fresh, { needs, withIds });
  };
  return { refused: null, partner: place.partner, rows };
}
