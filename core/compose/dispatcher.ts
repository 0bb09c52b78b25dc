import { createHash } from 'node:crypto';
import os from 'node:os';
import product from '../../package.json' with { type: 'json' };
import english from '../../resources/messages/en.json' with { type: 'json' };
import { createDispatcher, type Laneway as OpenDispatcher } from '../application/dispatcher.ts';
import { feeDesk, localCollector } from '../application/fee-desk.ts';
import type { WriteSample } from '../application/load-sample.ts';
import type { Outside } from '../application/outside/outside.ts';
import type { Clock } from '../application/ports/surroundings.ts';
import { createAnswerers } from '../application/queries/index.ts';
import { icsWriter } from '../calendar/ics/ics-writer.ts';
import { errorSentence } from '../contract/phrases/sentence.ts';
import type { Actor } from '../domain/organization/actor.ts';
import type { ZoneId } from '../domain/time/zones.ts';
import { asId } from '../kernel/id.ts';
import { zones } from './clocks.ts';
import type { OpenFolder } from './folder.ts';

/** Who acts on an open folder, by which clock, and who is asked outside. */
export interface Desk {
  readonly clock: Clock;
  readonly actor: Actor;
  readonly outside: Outside;
  /** Fills an empty file on request; left out where nobody can ask for it. */
  readonly writeSample?: WriteSample;
}

/** The contract on an open folder. */
export async function dispatcherOn(
  { database: { store, keeper, replica }, planners, diagnostics }: OpenFolder,
  { clock, actor, outside, writeSample }: Desk,
): Promise<OpenDispatcher> {
  const zonesOfLocations = async (): Promise<readonly ZoneId[]> =>
    (await store.read.all('location')).map((location) => location.zone);
  let locations = await zonesOfLocations();
  const dispatcher = createDispatcher({
    store,
    keeper,
    surroundings: { clock, zones, actor, replica, fingerprint: sha256, version: product.version },
    diagnostics,
    outside,
    planners,
    ...(writeSample === undefined ? {} : { writeSample }),
    answerers: createAnswerers({ keeper, writeIcs: icsWriter(zones), planners }),
    sentence: (error) => errorSentence(english, error, { zones, locations }),
  });
  dispatcher.overhear(feeDesk(store.read, localCollector(diagnostics), diagnostics));
  dispatcher.overhear((event) => {
    if (event.event !== 'changed' || !event.touched.some((row) => row.entity === 'location')) return;
    zonesOfLocations().then(
      (found) => (locations = found),
      () => undefined,
    );
  });
  return dispatcher;
}

/** Until users and rights exist: the person whose system account this is, known by this copy. */
export function localActor(replica: string): Actor {
  return { id: asId<'user'>(replica), name: os.userInfo().username, role: 'admin' };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
