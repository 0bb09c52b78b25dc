import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { ParsedArgs } from '../../contract/client.ts';
import type { FieldProblem, Refusal } from '../../contract/refusal.ts';
import type { Location } from '../../domain/organization/location.ts';
import { compileRule } from '../../domain/series/compile-rule.ts';
import { sorted } from '../../domain/series/exceptions.ts';
import { firstStarts, isStart } from '../../domain/series/expand.ts';
import { parseRule } from '../../domain/series/parse-rule.ts';
import type { Series, WallText } from '../../domain/series/series.ts';
import { wallOf } from '../../domain/series/wall-text.ts';
import { ruleText } from '../../domain/series/write-rule.ts';
import { addMinutes, instant, type Minutes } from '../../domain/time/instant.ts';
import type { ZoneId, Zones } from '../../domain/time/zones.ts';
import type { Claim, SeriesId } from '../../domain/work/appointment.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import { checkSeveral } from '../claimed.ts';
import { checkClaims } from '../claims-check.ts';
import { buffersOf, loadWorkSource } from '../needs.ts';
import type { Reader } from '../ports/store.ts';
import { found, foundOrNull, invalid, invalidAll } from '../refusals.ts';
import type { Scene } from '../use-case.ts';

type Fields = Omit<ParsedArgs<'createSeries'>, 'id'>;

/** What a series is to say of each occurrence, times aside. */
export interface WantedWords extends Omit<SeriesWords, 'before' | 'after'> {
  /** Becomes the lead. */
  readonly assigneeId: ResourceId | null;
  /** Null takes the service type's, else the organization's. */
  readonly before: Minutes | null;
  readonly after: Minutes | null;
}

/** A series as somebody wants it, checked against everything it names. */
export async function seriesFrom(
  read: Reader,
  scene: Scene,
  id: SeriesId,
  fields: Fields,
): Promise<Outcome<Series, Refusal>> {
  const location = await found(read, 'location', fields.locationId, 'locationId');
  if (!location.ok) return location;
  const words = await seriesWords(read, scene, location.value, fields, []);
  if (!words.ok) return words;
  const { zones } = scene.surroundings;
  const zone = fields.zone ?? location.value.zone;
  if (!zones.has(zone)) return invalid('zone', 'must be a time zone the product knows, like Europe/Oslo');
  const rule = ruleInUtc(zones, zone, fields.rule);
  const problem = startProblem(zones, zone, fields.start, rule);
  // One that was changed later need not begin with an occurrence any more.
  if (problem !== null && fields.imported === undefined) return invalidAll([problem]);
  const series: Series = {
    ...words.value,
    id,
    organizationId: location.value.organizationId,
    locationId: location.value.id,
    zone,
    start: fields.start,
    duration: fields.duration,
    rule,
    extra: [...new Set(fields.extra)].toSorted(),
    exceptions: sorted(fields.imported?.exceptions ?? []),
    splitFrom: fields.imported?.splitFrom ?? null,
    active: fields.imported?.active ?? true,
  };
  return series.active && runsIntoItself(scene, series) ? tooLong() : accept(series);
}

/** How many of the first occurrences are asked whether they end before the next one begins. */
const ASKED = 100;

/** True when somebody would have to be at two occurrences at once. */
export function runsIntoItself(scene: Scene, series: Series): boolean {
  if (series.claims.length === 0) return false;
  const { rule } = scene.recurrences.compiled(series);
  const starts = firstStarts(rule, scene.surroundings.zones, series.zone, ASKED);
  return starts.some(({ at }, index) => at < addMinutes(starts[index - 1]?.at ?? instant(0), series.duration));
}

export function tooLong(): Outcome<never, Refusal> {
  return invalid('duration', 'must end before the next occurrence begins');
}

/** What a series says of each occurrence, times aside; `before` are the claims it has. */
export async function seriesWords(
  read: Reader,
  scene: Scene,
  location: Location,
  words: WantedWords,
  before: readonly Claim[],
): Promise<Outcome<SeriesWords, Refusal>> {
  const serviceType = await foundOrNull(read, 'serviceType', words.serviceTypeId, 'serviceTypeId');
  if (!serviceType.ok) return serviceType;
  const customer = await foundOrNull(read, 'customer', words.customerId, 'customerId');
  if (!customer.ok) return customer;
  const unit = await foundOrNull(read, 'unit', words.unitId, 'unitId');
  if (!unit.ok) return unit;
  if (unit.value !== null && unit.value.customerId !== words.customerId)
    return invalid('unitId', 'must be a unit of the customer');
  const claims = await seriesClaims(read, scene, location, words, before);
  if (!claims.ok) return claims;
  const source = await loadWorkSource(read, {
    workOrder: null,
    serviceTypeId: words.serviceTypeId,
    locationId: location.id,
  });
  const own = buffersOf(source);
  const { name, description, participants, serviceTypeId, customerId, unitId, place, priority } = words;
  return accept({
    name,
    description,
    participants,
    serviceTypeId,
    customerId,
    unitId,
    place,
    priority,
    claims: claims.value,
    before: words.before ?? own.before,
    after: words.after ?? own.after,
  });
}

type SeriesWords = Pick<
  Series,
  | 'name'
  | 'description'
  | 'participants'
  | 'serviceTypeId'
  | 'customerId'
  | 'unitId'
  | 'place'
  | 'priority'
  | 'claims'
  | 'before'
  | 'after'
>;

/** One lead, the first technician; a single assignee of an older interface becomes the lead, whatever he or she did before. */
export async function seriesClaims(
  read: Reader,
  scene: Scene,
  location: Location,
  wanted: { readonly claims: readonly Claim[]; readonly assigneeId: ResourceId | null },
  before: readonly Claim[],
): Promise<Outcome<readonly Claim[], Refusal>> {
  const lead: Claim[] = wanted.assigneeId === null ? [] : [{ resourceId: wanted.assigneeId, role: 'lead', units: 1 }];
  if (lead.length > 0 && wanted.claims.some((claim) => claim.role === 'lead'))
    return invalid('assigneeId', 'must be null when the claims have a lead');
  const others = wanted.claims.filter((claim) => claim.resourceId !== wanted.assigneeId);
  const checked = await checkClaims(read, [...lead, ...others], location.id);
  if (!checked.ok) return checked;
  const several = checkSeveral(scene, checked.value.claims, before);
  return several.ok ? accept(checked.value.claims) : several;
}

/** The rule in the one form that is kept: UNTIL as a moment, which says the same in every calendar program. */
export function ruleInUtc(zones: Zones, zone: ZoneId, text: string): string {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(`The contract let a rule pass that ${rule.refusal}`);
  const { until } = rule.value;
  if (until === null || until.by === 'moment') return ruleText(rule.value);
  return ruleText({ ...rule.value, until: { by: 'moment', at: zones.atWall(zone, until.wall) } });
}

/** A series begins with an occurrence, so that every calendar program reads it in the same way. */
function startProblem(zones: Zones, zone: ZoneId, start: WallText, text: string): FieldProblem | null {
  const rule = parseRule(text);
  if (!rule.ok) return { field: 'rule', reason: rule.refusal };
  const wall = wallOf(start);
  if (isStart(compileRule(rule.value, wall), zones, zone, wall)) return null;
  return { field: 'start', reason: 'must be a start that the rule names' };
}
