import { accept } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { Series } from '../../domain/series/series.ts';
import { update } from '../../domain/ops/op.ts';
import { sameClaims } from '../moved-claims.ts';
import { decide, found } from '../refusals.ts';
import { acceptCollisions } from '../series/collisions.ts';
import { runsIntoItself, seriesWords, tooLong, type WantedWords } from '../series/series-check.ts';
import type { UseCase } from '../use-case.ts';

/** Occurrences that were given to others by themselves, and those that are appointments, stay as they are. */
export const updateSeries: UseCase<'updateSeries'> = async (tx, args, scene) => {
  const row = await found(tx, 'series', args.id, 'id');
  if (!row.ok) return row;
  const before = row.value;
  const location = await found(tx, 'location', before.locationId, 'id');
  if (!location.ok) return location;
  const words = await seriesWords(tx, scene, location.value, wordsAfter(before, args), before.claims);
  if (!words.ok) return words;
  const after = { ...before, ...words.value };
  if (runsIntoItself(scene, after)) return tooLong();
  const same = sameClaims(before.claims, after.claims) && before.serviceTypeId === after.serviceTypeId;
  const overrode = same ? accept([]) : await acceptCollisions(tx, scene, after);
  if (!overrode.ok) return overrode;
  return decide(after.name, [update('series', before, after)], { overrode: overrode.value });
};

/** What is left out stays; a single assignee alone takes the lead's place. */
function wordsAfter(before: Series, args: ParsedArgs<'updateSeries'>): WantedWords {
  const followers = before.claims.filter((claim) => claim.role !== 'lead');
  return {
    name: args.name ?? before.name,
    description: args.description ?? before.description,
    claims: args.claims ?? (args.assigneeId === null ? before.claims : followers),
    assigneeId: args.assigneeId,
    participants: args.participants ?? before.participants,
    serviceTypeId: args.serviceTypeId === undefined ? before.serviceTypeId : args.serviceTypeId,
    customerId: args.customerId === undefined ? before.customerId : args.customerId,
    unitId: args.unitId === undefined ? before.unitId : args.unitId,
    place: args.place === undefined ? before.place : args.place,
    priority: args.priority ?? before.priority,
    before: args.before === undefined ? before.before : args.before,
    after: args.after === undefined ? before.after : args.after,
  };
}
