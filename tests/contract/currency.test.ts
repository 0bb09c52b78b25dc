import { describe, expect, it } from 'vitest';
import { commands } from '../../core/contract/commands/index.ts';
import { parse } from '../../core/contract/parse.ts';
import { money } from '../../core/contract/values.ts';
import { asId } from '../../core/kernel/id.ts';
import { organizationArgs } from '../builders/world.ts';

const NONE = ['XXX', 'XTS', 'XAU', 'ABC', 'eur', 'EURO', '', 7];
const SENTENCE = 'must be a currency of ISO 4217 like EUR';

function problems(schema: Parameters<typeof parse>[0], value: unknown): readonly string[] {
  const parsed = parse(schema, value);
  if (parsed.ok) return [];
  return parsed.refusal.kind === 'invalid-input'
    ? parsed.refusal.problems.map(({ field, reason }) => `${field}: ${reason}`)
    : ['something else'];
}

describe('a currency', () => {
  it.each(['EUR', 'NOK', 'JPY', 'CHF', 'CVE'])('%s is one', (currency) => {
    expect(problems(money, { minor: 1, currency })).toEqual([]);
  });

  it.each(NONE)('%j is none, and the refusal names the field', (currency) => {
    const sentence = typeof currency === 'string' ? SENTENCE : 'must be text';
    expect(problems(money, { minor: 1, currency })).toEqual([`currency: ${sentence}`]);
  });

  it('is asked for in the policy and of the organization alike', () => {
    const args = organizationArgs(asId('018bcfe5-6800-7000-8000-000000000001'));
    const { policy } = args;
    expect(problems(commands.createOrganization.args, { ...args, currency: 'XXX' })).toEqual([`currency: ${SENTENCE}`]);
    const noShow = {
      terms: { kind: 'fixed', amount: { minor: 1, currency: 'XXX' } },
      byServiceType: {},
      exemptTiers: [],
    };
    const none = { terms: { kind: 'none' }, byServiceType: {}, exemptTiers: [] };
    const cancellation = { freeUntil: 60, late: none, noShow };
    const input = { organizationId: args.id, policy: { ...policy, cancellation } };
    expect(problems(commands.updatePolicy.args, input)).toEqual([
      `policy.cancellation.noShow.terms.amount.currency: ${SENTENCE}`,
    ]);
  });
});
