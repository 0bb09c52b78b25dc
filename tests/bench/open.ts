import { tryOpen, type Laneway } from '../../core/compose.ts';
import type { QueryInput, QueryOutput } from '../../core/contract/client.ts';
import type { QueryName } from '../../core/contract/queries/index.ts';
import type { Instant } from '../../core/domain/time/instant.ts';
import type { LocationId } from '../../core/domain/organization/location.ts';

/** The product in process, on a folder, with its clock held still. */
export async function openStill(folder: string, now: Instant): Promise<Laneway> {
  const opened = await tryOpen({
    dataDir: folder,
    host: 'test',
    sample: 'never',

    clock: { now: () => now },
  });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.value;
}

/** An answer, or the end of the bench with the sentence. */
export async function ask<N extends QueryName>(
  laneway: Laneway,
  name: N,
  input: QueryInput<N>,
): Promise<QueryOutput<N>> {
  const reply = await laneway.dispatcher.call('query', name, input, { host: 'test' });
  if (!reply.ok) throw new Error(`${name}: ${reply.message}`);
  // The dispatcher answers each query name with that query's output.
  return reply.value as QueryOutput<N>;
}

export async function firstLocation(laneway: Laneway): Promise<LocationId> {
  const [location] = (await ask(laneway, 'setup', {})).locations;
  if (location === undefined) throw new Error('The sample has no location');
  return location.id;
}
