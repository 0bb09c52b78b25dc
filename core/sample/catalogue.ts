import data from '../../resources/sample/catalogue.json' with { type: 'json' };
import type { LocationId } from '../domain/organization/location.ts';
import type { PartId } from '../domain/parts/part.ts';
import type { SkillLevel } from '../domain/resources/resource.ts';
import { addMinutes, instant, MINUTE, type Instant } from '../domain/time/instant.ts';
import type { AppointmentKindId, KindCode, Priority, ServiceTypeId } from '../domain/work/service-type.ts';
import type { DataSchema } from '../domain/work/custom-data.ts';
import type { Dice } from './dice.ts';
import { timed, type TimedCommand } from './timed-command.ts';

export interface SampleService {
  readonly id: ServiceTypeId;
  readonly kind: KindCode;
  readonly priority: Priority;
  readonly duration: number;
  readonly skills: readonly { readonly skill: string; readonly level: SkillLevel }[];
  readonly capabilities: readonly string[] | null;
  readonly parts: readonly { readonly partId: PartId; readonly quantity: number }[];
  readonly titles: readonly string[];
  readonly faults: readonly string[];
}

export interface SampleCatalogue {
  readonly skills: readonly string[];
  readonly capabilities: readonly string[];
  readonly services: readonly SampleService[];
  readonly parts: readonly PartId[];
  readonly commands: readonly TimedCommand[];
}

const KINDS: readonly KindCode[] = ['maintenance', 'diagnostic', 'repair', 'emergency'];
const CENTS_A_MINUTE = 150;
/** What a diagnosis writes down about the vehicle. */
const READINGS: DataSchema = {
  type: 'object',
  required: ['mileage'],
  properties: {
    mileage: { type: 'integer', minimum: 0, maximum: 5_000_000 },
    codes: { type: 'array', items: { type: 'string', maxLength: 12 } },
    engine: { enum: ['diesel', 'gas', 'electric'] },
  },
};
const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** The data file's words are wider than the domain's; a typing error in it is a defect of ours. */
function oneOf<T extends string>(allowed: readonly T[], word: string): T {
  const found = allowed.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`The sample catalogue says ${word}, which is none of ${allowed.join(', ')}`);
  return found;
}

const level = (count: number): SkillLevel => (count >= 3 ? 3 : count === 2 ? 2 : 1);
/** [skill, level] and [part number, quantity] pairs lie in the file as mixed lists. */
const pairs = (list: readonly (readonly (string | number)[])[]): { name: string; count: number }[] =>
  list.map(([name, count]) => ({ name: String(name), count: Number(count) }));

/** Kinds, service types and parts, as the commands that add them. */
export function sampleCatalogue(dice: Dice, at: Instant): SampleCatalogue {
  const commands: TimedCommand[] = [];
  const kinds = new Map<KindCode, { id: AppointmentKindId; priority: Priority }>();
  for (const kind of data.kinds) {
    const code = oneOf(KINDS, kind.code);
    const id = dice.id<'appointment-kind'>(at);
    const priority = oneOf(PRIORITIES, kind.priority);
    kinds.set(code, { id, priority });
    const autoBook = oneOf(['never', 'critical-alerts', 'next-slot'], kind.autoBook);
    commands.push(timed(at, 'addAppointmentKind', { ...kind, id, code, priority, autoBook }));
  }
  const parts = new Map<string, PartId>();
  for (const [number = '', name = '', measure = ''] of data.parts) {
    const id = dice.id<'part'>(at);
    parts.set(number, id);
    commands.push(timed(at, 'addPart', { id, number, name, measure, leadTimeDays: dice.between(1, 6) }));
  }
  const services = data.serviceTypes.map((type): SampleService => {
    const code = oneOf(KINDS, type.kind);
    const kind = kinds.get(code);
    if (kind === undefined) throw new Error(`The sample catalogue has no kind ${type.kind}`);
    const id = dice.id<'service-type'>(at);
    const skills = pairs(type.skills).map(({ name, count }) => ({ skill: name, level: level(count) }));
    const needs = pairs(type.parts).flatMap(({ name, count }) => {
      const partId = parts.get(name);
      return partId === undefined ? [] : [{ partId, quantity: count }];
    });
    const { name, duration, capabilities, checklist, titles, faults } = type;
    const price = { minor: duration * CENTS_A_MINUTE, currency: 'EUR' };
    const dataSchema = code === 'diagnostic' ? READINGS : null;
    const rest = { name, duration, skills, capabilities, checklist, bufferBefore: null, bufferAfter: null };
    commands.push(timed(at, 'addServiceType', { ...rest, id, kindId: kind.id, parts: needs, price, dataSchema }));
    return { id, kind: code, priority: kind.priority, duration, skills, capabilities, parts: needs, titles, faults };
  });
  const { skills, capabilities } = data;
  return { skills, capabilities, services, parts: [...parts.values()], commands };
}

const QUARTER = 15 * MINUTE;
/** How many of the parts, in catalogue order, the daily work takes; the others are short or on their way. */
const DAILY_PARTS = 12;

/** Fills a location's shelves: what daily work needs lies there in plenty, of the rest some is missing or due. */
export function sampleStock(
  dice: Dice,
  parts: readonly PartId[],
  locationId: LocationId,
  at: Instant,
  now: Instant,
  plenty: number,
): TimedCommand[] {
  return parts.flatMap((partId, index) => {
    const stockId = dice.id<'stock'>(at);
    const daily = index < DAILY_PARTS;
    const onHand = daily ? plenty + dice.below(40) : dice.chance(0.3) ? 0 : dice.between(1, 12);
    const kept = timed(at, 'stockPart', { id: stockId, partId, locationId, onHand });
    if (onHand > 0) return [kept];
    // Deliveries come on the quarter hour, a day or some days from now.
    const arrival = instant(Math.round(addMinutes(now, 60 * dice.between(20, 90)) / QUARTER) * QUARTER);
    return [kept, timed(at, 'expectStock', { stockId, at: arrival, quantity: dice.between(4, 12) })];
  });
}
