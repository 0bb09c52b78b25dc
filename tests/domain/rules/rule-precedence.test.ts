import { assert, constantFrom, integer, nat, property, record, uniqueArray, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePrecedence, inPrecedence } from '../../../core/domain/rules/rule-precedence.ts';
import type { RuleScope, ScheduleRule } from '../../../core/domain/rules/schedule-rule.ts';
import { asId } from '../../../core/kernel/id.ts';

type Ranked = Pick<ScheduleRule, 'id' | 'name' | 'priority' | 'scope'>;

const here = asId<'location'>('here');
const SCOPES: readonly RuleScope[] = [
  { of: 'resource', resourceId: asId('anna') },
  { of: 'service-type', serviceTypeId: asId('engine') },
  { of: 'resource-kind', kind: 'room', locationId: here },
  { of: 'resource-kind', kind: 'room', locationId: null },
  { of: 'location', locationId: here },
  { of: 'organization' },
];

const rule = (name: string, more: Partial<Ranked> = {}): Ranked => ({
  id: asId(name),
  name,
  priority: 10,
  scope: { of: 'organization' },
  ...more,
});

const anyRule: Arbitrary<Ranked> = record({
  id: nat(9999).map((number) => asId<'schedule-rule'>(`id ${number}`)),
  name: constantFrom('A', 'B', 'Long jobs', 'Å', ''),
  priority: integer({ min: 0, max: 3 }),
  scope: constantFrom(...SCOPES),
});

describe('the precedence of schedule rules', () => {
  it('puts the narrower scope first, whatever the priority', () => {
    const rules = SCOPES.map((scope, index) => rule(`rule ${index}`, { scope, priority: index * 100 }));
    expect(inPrecedence(rules.toReversed()).map((one) => one.scope)).toEqual(SCOPES);
  });

  it('puts the higher priority first within one scope', () => {
    const [low, high] = [rule('A', { priority: 1 }), rule('B', { priority: 2 })];
    expect(inPrecedence([low, high])).toEqual([high, low]);
  });

  it('settles the rest by the name, then by the id', () => {
    const [a, b] = [rule('A'), rule('B')];
    const twin = { ...a, id: asId<'schedule-rule'>('Z') };
    expect(inPrecedence([b, twin, a])).toEqual([a, twin, b]);
  });

  it('is a total order: antisymmetric, transitive, and equal for the same rule alone', () => {
    assert(
      property(anyRule, anyRule, anyRule, (a, b, c) => {
        const [ab, ba] = [Math.sign(comparePrecedence(a, b)), Math.sign(comparePrecedence(b, a))];
        expect(ab + ba).toBe(0);
        const chained = ab <= 0 && comparePrecedence(b, c) <= 0;
        expect(!chained || comparePrecedence(a, c) <= 0).toBe(true);
        const same = a.id === b.id && a.name === b.name && a.priority === b.priority && a.scope === b.scope;
        expect(ab === 0).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order in which rules are given', () => {
    assert(
      property(uniqueArray(anyRule, { selector: (one) => one.id, maxLength: 8 }), (rules) => {
        expect(inPrecedence(rules.toReversed())).toEqual(inPrecedence(rules));
      }),
    );
  });
});
