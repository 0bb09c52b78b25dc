import { compileRule } from '../../core/domain/series/compile-rule.ts';
import type { CompiledRule } from '../../core/domain/series/compiled-rule.ts';
import { parseRule } from '../../core/domain/series/parse-rule.ts';
import { wallOf } from '../../core/domain/series/wall-text.ts';
import { instant, type Instant } from '../../core/domain/time/instant.ts';
import type { WallTime } from '../../core/domain/time/wall-time.ts';
import { zonesFrom, type ZoneId, type Zones } from '../../core/domain/time/zones.ts';
import table from '../../resources/zones/zones.json' with { type: 'json' };

/** What the vectors are run through: the product's own zone table and series engine, nothing else. */
export const zones: Zones = zonesFrom(table);

export function zone(name: string): ZoneId {
  if (!zones.has(name)) throw new Error(`names a zone that the product does not know: ${name}`);
  return name;
}

/** A date is its midnight. */
export function wall(text: string): WallTime {
  return wallOf(text.includes('T') ? text : `${text}T00:00`);
}

export function moment(text: string): Instant {
  return instant(Date.parse(text));
}

/** As the vectors write it: a moment in UTC, or a date. */
export function written(at: Instant, allDay = false): string {
  const text = new Date(at).toISOString();
  return allDay ? text.slice(0, 10) : text.replace('.000Z', 'Z');
}

export function compiled(rrule: string, dtstart: string): CompiledRule {
  const rule = parseRule(rrule);
  if (!rule.ok) throw new Error(`is refused: the rule ${rule.refusal}`);
  return compileRule(rule.value, wall(dtstart));
}
