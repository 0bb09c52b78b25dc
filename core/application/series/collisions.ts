import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { JudgedReason, Reason } from '../../domain/rules/reason.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Series } from '../../domain/series/series.ts';
import type { SeriesId } from '../../domain/work/appointment.ts';
import { found } from '../refusals.ts';
import type { Reader } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { previewSeries } from './preview.ts';

/** More reasons than a person reads are not told; the preview has them all. */
const MOST_TOLD = 20;

/**
 * A series may be saved although some of its occurrences collide: that is a caution, seen and kept in the log like
 * any other. Whoever makes an appointment of such an occurrence is judged again, by the rules as they are.
 */
export async function acceptCollisions(
  read: Reader,
  scene: Scene,
  series: Series,
  replaces: readonly SeriesId[] = [],
): Promise<Outcome<readonly Reason[], Refusal>> {
  if (series.claims.length === 0 || !series.active) return accept([]);
  const location = await found<'location'>(read, 'location', series.locationId, 'locationId');
  if (!location.ok) return location;
  const reasons = await reasonsAgainst(read, scene, series, location.value, replaces);
  if (reasons.length > 0 && !scene.acceptCautions) return refuse({ kind: 'needs-override', reasons });
  return accept(reasons.map(({ reason }) => reason));
}

async function reasonsAgainst(
  read: Reader,
  scene: Scene,
  series: Series,
  location: Location,
  replaces: readonly SeriesId[],
): Promise<readonly JudgedReason[]> {
  const { collisions } = await previewSeries(read, scene, { location, series, replaces, propose: false });
  const told = new Map<string, JudgedReason>();
  for (const { reasons } of collisions)
    for (const { reason } of reasons) told.set(JSON.stringify(reason), { severity: 'caution', reason });
  return [...told.values()].slice(0, MOST_TOLD);
}
