import { insert } from '../../domain/ops/op.ts';
import { mayBring } from '../bringing/may-bring.ts';
import { decide, isNew } from '../refusals.ts';
import { acceptCollisions } from '../series/collisions.ts';
import { seriesFrom } from '../series/series-check.ts';
import type { UseCase } from '../use-case.ts';

export const createSeries: UseCase<'createSeries'> = async (tx, args, scene) => {
  const may = mayBring(scene, args.imported);
  if (!may.ok) return may;
  const fresh = await isNew(tx, 'series', args.id);
  if (!fresh.ok) return fresh;
  const series = await seriesFrom(tx, scene, args.id, args);
  if (!series.ok) return series;
  const overrode = await acceptCollisions(tx, scene, series.value);
  if (!overrode.ok) return overrode;
  return decide(series.value.name, [insert('series', series.value)], { overrode: overrode.value });
};
