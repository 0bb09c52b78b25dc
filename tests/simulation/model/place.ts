import type { Claim } from '../../../core/domain/work/appointment.ts';
import { refused, type Answer, type Partner } from './answer.ts';
import { troublesOfWork, troublesOn, worst, type Level, type Trouble, type Wanted } from './minute-by-minute.ts';
import { row, type Model } from './rows.ts';
import { lanesOf } from './needs.ts';
import type { LaneRow } from './rule-rows.ts';
import type { Site } from './site.ts';

/** Who is still to be found: anybody of that kind, or rather the one it had before. */
export interface Missing {
  readonly kind: LaneRow['kind'];
  readonly kept: Claim | null;
}

export type Place =
  | { readonly ok: true; readonly partner: Partner | null }
  | { readonly ok: false; readonly answer: Answer };

/** The whole judgement of a place: the work, everybody named, and the best of those who could be the partner. */
export function judgePlace(model: Model, site: Site, wanted: Wanted, missing: Missing | null, accept: boolean): Place {
  // Who has left the board may still be named in an older request.
  if (wanted.claims.some((claim) => row(model.rows, 'resource', claim.resourceId)?.active !== true))
    return { ok: false, answer: refused('invalid-input') };
  const among = missing === null ? [] : bestOf(model, wanted, missing);
  const role = missing?.kind === 'bay' ? 'bay' : 'lead';
  const [partner] = among;
  const claims: readonly Claim[] =
    partner === undefined
      ? wanted.claims
      : [...wanted.claims, { role, units: 1, ...missing?.kept, resourceId: partner.id }];
  const troubles = [
    ...troublesOfWork(model, site, { ...wanted, claims }),
    ...claims.flatMap((claim) => laneTroubles(model, wanted, claim)),
  ];
  // Which of several equally good partners is named is the product's choice, and so are the reasons against it.
  const rules = missing === null ? troubles.map((one) => one.rule) : null;
  const level = worst(troubles);
  if (level === 2) return { ok: false, answer: refused('blocked', rules) };
  if (level === 1 && !accept) return { ok: false, answer: refused('needs-override', rules) };
  return { ok: true, partner: partner === undefined ? null : { role, among: among.map((lane) => lane.id) } };
}

function laneTroubles(model: Model, wanted: Wanted, claim: Claim): readonly Trouble[] {
  const lane = lanesOf(model.rows).find((one) => one.id === claim.resourceId);
  return lane === undefined ? [] : troublesOn(model, lane, wanted, claim.units);
}

/** The kept one as long as nobody stands better; otherwise all who stand best. */
function bestOf(model: Model, wanted: Wanted, { kind, kept }: Missing): readonly LaneRow[] {
  const free = lanesOf(model.rows).filter(
    (lane) => lane.kind === kind && lane.active && !wanted.claims.some((claim) => claim.resourceId === lane.id),
  );
  const levels = new Map<LaneRow, Level>(
    free.map((lane) => [lane, worst(troublesOn(model, lane, wanted, kept?.units ?? 1))]),
  );
  const least = Math.min(...levels.values());
  const best = free.filter((lane) => levels.get(lane) === least);
  const same = best.find((lane) => lane.id === kept?.resourceId);
  return same === undefined ? best : [same];
}
