import { endBefore } from '../../domain/series/change-series.ts';
import { wallText } from '../../domain/series/wall-text.ts';
import { instant } from '../../domain/time/instant.ts';
import { update } from '../../domain/ops/op.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** Nothing begins from now on. What has become an appointment stays one: it is cancelled by itself. */
export const endSeries: UseCase<'endSeries'> = async (tx, args, scene) => {
  const row = await found(tx, 'series', args.id, 'id');
  if (!row.ok) return row;
  const before = row.value;
  const { zones } = scene.surroundings;
  // The next whole second, so that an occurrence that begins at this moment is still one that was.
  const next = zones.wallAt(before.zone, instant(Math.floor(scene.now / 1000) * 1000 + 1000));
  const after = { ...endBefore(before, zones, wallText(next)), active: false };
  return decide(before.name, [update('series', before, after)]);
};
