import type { OccurrenceCollision, SeriesPreview } from '../../contract/views/series-view.ts';
import { busyIndexOf, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { Location } from '../../domain/organization/location.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { JudgedReason } from '../../domain/rules/reason.ts';
import { stopOf } from '../../domain/series/expand.ts';
import { occurrencesWithin, type Occurrence } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';
import { LATEST, addMinutes, durationOf, instant, range, type InstantRange } from '../../domain/time/instant.ts';
import { asWallTime } from '../../domain/time/wall-time.ts';
import type { SeriesId } from '../../domain/work/appointment.ts';
import { loadFactsFor, theOrganization } from '../placement-context.ts';
import type { Reader, SmallEntity } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';
import { findsBay, judgeOccurrence } from './judge-occurrence.ts';
import { loadSeriesNeeds, needsOfOccurrence, type SeriesNeeds } from './occurrence-needs.ts';
import { createPartLedger, type PartLedger } from './part-ledger.ts';
import { proposeShift, SHIFT_DAYS } from './propose-shift.ts';
import { occurrenceClaimId } from './virtual-claims.ts';

const DAY = 24 * 60;
const ENDLESS = 366 * DAY;
const LONGEST = 5 * 366 * DAY;
/** Facts are loaded for so many days at a time. */
const STRETCH = 92 * DAY;
const MOST_LISTED = 100;

/** What the preview is asked about. */
export interface Previewed {
  readonly location: Location;
  readonly series: Series;
  /** Stored series that it takes the place of; their occurrences stand in nobody's way. */
  readonly replaces: readonly SeriesId[];
  /** Whether to look for other times: saving asks only what collides. */
  readonly propose: boolean;
}

interface Collided {
  readonly occurrence: Occurrence;
  readonly reasons: readonly JudgedReason[];
  readonly facts: BusyIndex;
}

/**
 * Judges every occurrence to come by the rulebook, as though each were booked after those before it had taken their
 * parts.
 */
export async function previewSeries(reader: Reader, scene: Scene, asked: Previewed): Promise<SeriesPreview> {
  const { series } = asked;
  const read = without(reader, [series.id, ...asked.replaces]);
  const { looked, whole } = lookedAt(scene, series);
  const all = occurrencesWithin(scene.recurrences.compiled(series), scene.surroundings.zones, looked).filter(
    (one) => one.range.from >= scene.now && one.claims.length > 0,
  );
  const needs = await loadSeriesNeeds(read, scene, series);
  const ledger = createPartLedger(needs.needs.parts);
  const listed: Collided[] = [];
  let colliding = 0;
  let short: Collided | null = null;
  for (let at = 0; at < all.length;) {
    const first = all[at];
    if (first === undefined) break;
    const end = addMinutes(first.range.from, STRETCH);
    const part = all.slice(at).filter((one) => one.range.from < end);
    at += part.length;
    const facts = await factsAround(read, scene, asked, { part, all: all.length }, needs);
    for (const occurrence of part) {
      const reasons = reasonsAgainst(scene, occurrence, series, needs, ledger.left(facts));
      const id = occurrenceClaimId(scene, series.id, occurrence.start);
      ledger.take(id, addMinutes(occurrence.range.from, -series.before), facts, reasons);
      if (reasons.length === 0) continue;
      colliding += 1;
      const collided = { occurrence, reasons, facts };
      if (listed.length < MOST_LISTED) listed.push(collided);
      if (isShort(reasons)) short ??= collided;
    }
  }
  const tell = (one: Collided): OccurrenceCollision => {
    const proposed = asked.propose ? proposal(scene, series, needs, { all, ledger }, one) : null;
    return { start: one.occurrence.start, range: one.occurrence.range, reasons: one.reasons, proposed };
  };
  const collisions = listed.map(tell);
  const told = short === null ? undefined : collisions[listed.indexOf(short)];
  const firstShort = told ?? (short === null ? null : tell(short));
  return { occurrences: all.length, looked, whole, colliding, collisions, firstShort };
}

function isShort(reasons: readonly JudgedReason[]): boolean {
  return reasons.some(({ reason }) => reason.rule === 'parts-there' || reason.rule === 'parts-wanted');
}

/** Another time; from then on its parts are taken there. */
function proposal(
  scene: Scene,
  series: Series,
  needs: SeriesNeeds,
  { all, ledger }: { readonly all: readonly Occurrence[]; readonly ledger: PartLedger },
  { occurrence, reasons, facts }: Collided,
): InstantRange | null {
  const id = occurrenceClaimId(scene, series.id, occurrence.start);
  const at = { scene, series, needs, facts: ledger.without(id, facts), all };
  const proposed = proposeShift(at, occurrence, reasons);
  if (proposed !== null) ledger.move(id, addMinutes(proposed.from, -series.before));
  return proposed;
}

function reasonsAgainst(
  scene: Scene,
  occurrence: Occurrence,
  series: Series,
  needs: SeriesNeeds,
  facts: BusyIndex,
): readonly JudgedReason[] {
  const asks = needsOfOccurrence(scene, needs, series, occurrence.start, durationOf(occurrence.range));
  return judgeOccurrence(occurrence.claims, asks, facts, occurrence.range).reasons;
}

async function factsAround(
  read: Reader,
  scene: Scene,
  { location }: Previewed,
  { part, all }: { readonly part: readonly Occurrence[]; readonly all: number },
  { needs }: SeriesNeeds,
): Promise<BusyIndex> {
  const ids = [...new Set(part.flatMap((one) => one.claims.map((claim) => claim.resourceId)))];
  const from = Math.min(...part.map((one) => one.range.from));
  const to = Math.max(...part.map((one) => one.range.to));
  const context = await loadFactsFor(read, scene, {
    location,
    organization: await theOrganization(read),
    resources: [...(await read.getMany('resource', ids)), ...(await baysToFind(read, location, part, needs))],
    partIds: [...new Set(needs.parts.map((need) => need.partId))],
    // Plenty is what suffices for all of them.
    partNeeds: needs.parts.map((need) => ({ ...need, quantity: need.quantity * all })),
    range: range(addMinutes(instant(from), -DAY), addMinutes(instant(to), (SHIFT_DAYS + 1) * DAY)),
  });
  return busyIndexOf(context);
}

/** The bays that a part of the series would find one among. */
async function baysToFind(
  read: Reader,
  location: Location,
  part: readonly Occurrence[],
  needs: SeriesNeeds['needs'],
): Promise<readonly Resource[]> {
  if (!part.some((one) => findsBay(one.claims, needs))) return [];
  const named = new Set(part.flatMap((one) => one.claims.map((claim) => claim.resourceId)));
  const all = await read.all('resource');
  return all.filter((one) => one.kind === 'bay' && one.active && one.locationId === location.id && !named.has(one.id));
}

/** The whole series when it ends within five years, else one year. */
function lookedAt(scene: Scene, series: Series): { readonly looked: InstantRange; readonly whole: boolean } {
  const { zones } = scene.surroundings;
  const { rule, extra } = scene.recurrences.compiled(series);
  const from = instant(Math.max(scene.now, zones.atWall(series.zone, rule.start)));
  const last = asWallTime(Math.max(Math.min(stopOf(rule), rule.last), ...extra));
  const ends = addMinutes(zones.atWall(series.zone, last), DAY + series.duration);
  const whole = ends <= addMinutes(from, LONGEST);
  const to = whole ? ends : addMinutes(from, ENDLESS);
  return { looked: range(from, instant(Math.max(from, Math.min(LATEST, to)))), whole };
}

/** The same reader, as though the series were not stored. */
function without(read: Reader, ids: readonly SeriesId[]): Reader {
  return {
    ...read,
    all: async <E extends SmallEntity>(entity: E) => {
      const rows = await read.all(entity);
      return entity === 'series' ? rows.filter((row) => !ids.some((id) => id === row.id)) : rows;
    },
  };
}
