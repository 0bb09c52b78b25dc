import type { CompiledRule } from '../../domain/series/compiled-rule.ts';
import { compileSeries, compiledRuleOf, type CompiledSeries } from '../../domain/series/occurrences.ts';
import type { Series } from '../../domain/series/series.ts';

/**
 * Compiled rules, kept between questions. They are found again by what they were made from, first start and rule, so a
 * changed series never meets an old one; a row that is read once and asked often is found by itself.
 */
export interface RecurrenceCache {
  compiled(series: Series): CompiledSeries;
}

const KEPT = 8192;

/** `kept` is how many rules are held; the one made first goes first. */
export function createRecurrenceCache(kept = KEPT): RecurrenceCache {
  const rules = new Map<string, CompiledRule>();
  const rows = new WeakMap<Series, CompiledSeries>();
  const ruleOf = (series: Series): CompiledRule => {
    const key = `${series.start} ${series.rule}`;
    const known = rules.get(key);
    if (known !== undefined) return known;
    const made = compiledRuleOf(series);
    rules.set(key, made);
    const oldest = rules.size > kept ? rules.keys().next().value : undefined;
    if (oldest !== undefined) rules.delete(oldest);
    return made;
  };
  return {
    compiled: (series) => {
      const known = rows.get(series);
      if (known !== undefined) return known;
      const made = compileSeries(series, ruleOf(series));
      rows.set(series, made);
      return made;
    },
  };
}
