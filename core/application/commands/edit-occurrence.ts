import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update } from '../../domain/ops/op.ts';
import { endBefore } from '../../domain/series/change-series.ts';
import { namesStart } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';
import type { Claim } from '../../domain/work/appointment.ts';
import type { Reader } from '../ports/store.ts';
import { decide, found, invalid } from '../refusals.ts';
import { changeAll, changeFollowing, type ManyChange } from '../series/edit-many.ts';
import { changeOne, skipOne } from '../series/edit-one.ts';
import { foundOccurrence } from '../series/found-occurrence.ts';
import { seriesClaims } from '../series/series-check.ts';
import type { Decision, Scene, UseCase } from '../use-case.ts';

type Args = ParsedArgs<'editOccurrence'>;

/** The scope says how far a change reaches: this one is an exception, following splits the series, all changes it. */
export const editOccurrence: UseCase<'editOccurrence'> = async (tx, args, scene) =>
  args.scope === 'this' ? editThis(tx, scene, args) : editMany(tx, scene, args);

async function editThis(tx: Reader, scene: Scene, args: Args): Promise<Outcome<Decision, Refusal>> {
  const known = await foundOccurrence(tx, scene, args);
  if (!known.ok) return known;
  const { series, occurrence } = known.value;
  if (args.change.kind === 'skip') return skipOne(series, occurrence);
  const change = await checkedChange(tx, scene, series, args.change);
  return change.ok ? changeOne(tx, scene, series, occurrence, change.value) : change;
}

async function editMany(tx: Reader, scene: Scene, args: Args): Promise<Outcome<Decision, Refusal>> {
  const row = await found(tx, 'series', args.seriesId, 'seriesId');
  if (!row.ok) return row;
  const series = row.value;
  const { zones } = scene.surroundings;
  const { occurrence, newSeriesId } = args;
  if (!namesStart(scene.recurrences.compiled(series), zones, occurrence))
    return invalid('occurrence', 'must be a start of the series');
  if (args.change.kind === 'skip')
    return decide(series.name, [update('series', series, endBefore(series, zones, occurrence))]);
  const change = await checkedChange(tx, scene, series, args.change);
  if (!change.ok) return change;
  // Nothing comes before the first one, so there is nothing to split off.
  if (args.scope === 'all' || newSeriesId === null || occurrence === series.start)
    return changeAll(tx, scene, series, occurrence, change.value);
  return changeFollowing(tx, scene, series, occurrence, { ...change.value, newSeriesId });
}

async function checkedChange(
  tx: Reader,
  scene: Scene,
  series: Series,
  change: Extract<Args['change'], { readonly kind: 'change' }>,
): Promise<Outcome<ManyChange, Refusal>> {
  const { start, duration, rule, assigneeId } = change;
  if (change.claims === null && assigneeId === null) return accept({ start, duration, rule, claims: null });
  const location = await found(tx, 'location', series.locationId, 'seriesId');
  if (!location.ok) return location;
  const wanted = { claims: change.claims ?? withoutLead(series.claims), assigneeId };
  const claims = await seriesClaims(tx, scene, location.value, wanted, series.claims);
  return claims.ok ? accept({ start, duration, rule, claims: claims.value }) : claims;
}

/** A single assignee takes the lead's place; the others stay. */
function withoutLead(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter((claim) => claim.role !== 'lead');
}
