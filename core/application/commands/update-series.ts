import { accept } from '../../kernel/outcome.ts';
import { update } from '../../domain/ops/op.ts';
import { sameClaims } from '../moved-claims.ts';
import { decide, found } from '../refusals.ts';
import { acceptCollisions } from '../series/collisions.ts';
import { runsIntoItself, seriesWords, tooLong } from '../series/series-check.ts';
import type { UseCase } from '../use-case.ts';

/** Occurrences that were given to others by themselves, and those that are appointments, stay as they are. */
export const updateSeries: UseCase<'updateSeries'> = async (tx, args, scene) => {
  const row = await found(tx, 'series', args.id, 'id');
  if (!row.ok) return row;
  const before = row.value;
  const location = await found(tx, 'location', before.locationId, 'id');
  if (!location.ok) return location;
  const words = await seriesWords(tx, scene, location.value, args, before.claims);
  if (!words.ok) return words;
  const after = { ...before, ...words.value };
  if (runsIntoItself(scene, after)) return tooLong();
  const same = sameClaims(before.claims, after.claims) && before.serviceTypeId === after.serviceTypeId;
  const overrode = same ? accept([]) : await acceptCollisions(tx, scene, after);
  if (!overrode.ok) return overrode;
  return decide(after.name, [update('series', before, after)], { overrode: overrode.value });
};
