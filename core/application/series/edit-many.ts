import type { Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { insert, update, type Op } from '../../domain/ops/op.ts';
import { changeSeries, shifted, splitSeries, type SeriesChange } from '../../domain/series/change-series.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import { wallOf } from '../../domain/series/wall-text.ts';
import type { Claim, SeriesId } from '../../domain/work/appointment.ts';
import type { Reader } from '../ports/store.ts';
import { decide, invalid, isNew } from '../refusals.ts';
import type { Decision, Scene } from '../use-case.ts';
import { acceptCollisions } from './collisions.ts';
import type { OneChange } from './edit-one.ts';
import { ruleInUtc, runsIntoItself, tooLong } from './series-check.ts';

/** What becomes of many occurrences; null keeps. */
export interface ManyChange extends OneChange {
  readonly rule: string | null;
}

/** Every occurrence goes as far as the named one, and its appointments are named by their new starts. */
export async function changeAll(
  read: Reader,
  scene: Scene,
  series: Series,
  occurrence: WallText,
  change: ManyChange,
): Promise<Outcome<Decision, Refusal>> {
  const by = change.start === null ? 0 : wallOf(change.start) - wallOf(occurrence);
  const times = timesOf(scene, series, change);
  const changed = changeSeries(series, scene.surroundings.zones, { ...times, start: shifted(series.start, by) });
  if (changed === null) return notNamed();
  const after = withClaims(changed, change.claims);
  const ops = [update('series', series, after), ...(await renamed(read, series, after))];
  return saved(read, scene, after, [series.id], ops);
}

/** The series ends before the occurrence, and a new one begins with it. */
export async function changeFollowing(
  read: Reader,
  scene: Scene,
  series: Series,
  occurrence: WallText,
  change: ManyChange & { readonly newSeriesId: SeriesId },
): Promise<Outcome<Decision, Refusal>> {
  const fresh = await isNew(read, 'series', change.newSeriesId);
  if (!fresh.ok) return fresh;
  const times = timesOf(scene, series, change);
  const to = { ...times, id: change.newSeriesId, start: change.start ?? occurrence };
  const split = splitSeries(series, scene.surroundings.zones, occurrence, to);
  if (split === null) return notNamed();
  const after = withClaims(split.after, change.claims);
  const ops = [
    update('series', series, split.before),
    insert('series', after),
    ...(await renamed(read, series, after)),
  ];
  return saved(read, scene, after, [series.id], ops);
}

async function saved(
  read: Reader,
  scene: Scene,
  after: Series,
  replaces: readonly SeriesId[],
  ops: readonly (Op | null)[],
): Promise<Outcome<Decision, Refusal>> {
  if (runsIntoItself(scene, after)) return tooLong();
  const overrode = await acceptCollisions(read, scene, after, replaces);
  return overrode.ok ? decide(after.name, ops, { overrode: overrode.value }) : overrode;
}

function timesOf(scene: Scene, series: Series, change: ManyChange): SeriesChange {
  return {
    ...(change.duration === null ? {} : { duration: change.duration }),
    ...(change.rule === null ? {} : { rule: ruleInUtc(scene.surroundings.zones, series.zone, change.rule) }),
  };
}

function withClaims(series: Series, claims: readonly Claim[] | null): Series {
  return claims === null ? series : { ...series, claims };
}

/** Appointments keep their times; only what names them within a series changes. */
async function renamed(read: Reader, before: Series, after: Series): Promise<readonly (Op | null)[]> {
  const now = after.exceptions.flatMap((one) => (one.change === 'appointment' ? [one] : []));
  const rows = await read.getMany(
    'appointment',
    now.map((one) => one.appointmentId),
  );
  return rows.map((row) => {
    const named = now.find((one) => one.appointmentId === row.id);
    const isOurs = row.seriesId === before.id && named !== undefined;
    return isOurs ? update('appointment', row, { ...row, seriesId: after.id, occurrence: named.start }) : null;
  });
}

function notNamed(): Outcome<never, Refusal> {
  return invalid('change.start', 'must be a start that the rule names, or come with a new rule');
}
