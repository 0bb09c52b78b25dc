import type { QueryInput, QueryOutput } from '../../core/contract/client.ts';
import type { QueryName } from '../../core/contract/queries/index.ts';
import type { Fault, Refusal } from '../../core/contract/refusal.ts';
import type { TestLaneway } from './laneway.ts';

/** Asks a query of the contract and fails the test when it is refused. */
export async function askOf<N extends QueryName>(
  stage: Pick<TestLaneway, 'laneway'>,
  name: N,
  input: QueryInput<N>,
): Promise<QueryOutput<N>> {
  const reply = await stage.laneway.call('query', name, input, { host: 'test' });
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.message}`);
  // The table of answerers pairs each name with its own answer.
  return reply.value as QueryOutput<N>;
}

/** Asks and fails the test when it is answered. */
export async function refusedQuery<N extends QueryName>(
  stage: Pick<TestLaneway, 'laneway'>,
  name: N,
  input: QueryInput<N>,
): Promise<Refusal | Fault> {
  const reply = await stage.laneway.call('query', name, input, { host: 'test' });
  if (reply.ok) throw new Error(`${name} was answered`);
  return reply.error;
}
