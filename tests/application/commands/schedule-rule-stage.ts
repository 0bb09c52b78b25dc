import type { CommandArgs, QueryInput, QueryOutput } from '../../../core/contract/client.ts';
import type { Refusal, Reply } from '../../../core/contract/refusal.ts';
import type { QueryName } from '../../../core/contract/queries/index.ts';
import type { ScheduleRuleId } from '../../../core/domain/rules/schedule-rule.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { at } from '../../builders/surroundings.ts';
import type { Stage } from '../../builders/use-world.ts';
import { bookingArgs } from '../../builders/world.ts';

export type RuleArgs = CommandArgs<'addScheduleRule'>;

/** Adds the sample's rule with these differences and answers its id. */
export async function add(stage: Stage, more: Partial<RuleArgs>): Promise<ScheduleRuleId> {
  const id = stage.ids.next<'schedule-rule'>();
  await stage.done('addScheduleRule', ruleArgs(id, more));
  return id;
}

/** Asks and fails the test when it is refused. */
export async function ask<N extends QueryName>(stage: Stage, name: N, input: QueryInput<N>): Promise<QueryOutput<N>> {
  const reply = (await stage.laneway.call('query', name, input, { host: 'test' })) as Reply<QueryOutput<N>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

/** What stands in the way of an hour on Anna, and in bay 1 when it is named, shortly. */
export async function inTheWay(stage: Stage, from: number, more: Partial<CommandArgs<'bookAppointment'>> = {}) {
  const args = bookingArgs(stage.world, stage.ids.next(), { start: at(from), end: at(from + 1), ...more });
  const reply = await stage.send('bookAppointment', args);
  if (reply.ok) return [];
  if (reply.error.kind !== 'blocked') throw new Error(JSON.stringify(reply.error));
  return reply.error.reasons.map(({ reason }) => `${reason.rule} ${reason.why}`);
}

/** Field and reason of each problem, or the refusal of another kind as it is. */
export const problems = (refusal: Refusal | { readonly kind: string }) =>
  'problems' in refusal ? refusal.problems.map(({ field, reason }) => `${field} ${reason}`) : refusal;
