import { createHash } from 'node:crypto';
import path from 'node:path';
import { createDispatcher } from '../../core/application/dispatcher.ts';
import { createAnswerers } from '../../core/application/queries/index.ts';
import type { Submission } from '../../core/application/submit.ts';
import type { Instant } from '../../core/domain/time/instant.ts';
import { zonesFrom } from '../../core/domain/time/zones.ts';
import { asId, uuidv7 } from '../../core/kernel/id.ts';
import { openStore } from '../../core/store/open-store.ts';
import zoneTable from '../../resources/zones/zones.json' with { type: 'json' };
import { withCopy, type BenchData } from './data.ts';
import { measure, timeOf, type Row } from './row.ts';

const REQUESTS = 1000;

/**
 * What 1,000 outside requesters are shown of a week of 200 technicians: commands from their arguments to the written rows,
 * all in one transaction, since a row of its own would time a thousand flushes of the disk.
 */
export function exposureRows(data: BenchData): Promise<readonly Row[]> {
  return withCopy(data, async (folder) => {
    const { laneway, close } = await openWriter(folder, data.now);
    try {
      const [location] = await laneway.ask('location');
      const services = (await laneway.ask('serviceType')).filter((one) => one.capabilities !== null);
      // Every host has asked something before: from then on it knows in whose organization it is.
      await laneway.call('query', 'exposedSlots', { requester: null }, { host: 'test' });
      let requester = 0;
      const requests = (): readonly Submission[] =>
        Array.from({ length: REQUESTS }, () => {
          requester += 1;
          const serviceTypeId = services[requester % 3]?.id;
          const args = {
            id: newId(requester, 1),
            requester: `requester ${requester}`,
            locationId: location?.id,
            serviceTypeId,
            resourceId: null,
            from: null,
            days: 7,
          };
          return { name: 'exposeSlots', input: { id: newId(requester, 2), args } };
        });
      const name = '1,000 exposures in one transaction, 3 services, 7 days, 200 technicians, 100 bays';
      return [
        await measure(name, 1000, () => {
          const batch = requests();
          return timeOf(async () => {
            const answers = await laneway.submit(batch);
            const shown = answers.filter((one) => one.ok).length;
            if (shown < REQUESTS) throw new Error(`Only ${shown} requesters were shown anything`);
          });
        }),
      ];
    } finally {
      await close();
    }
  });
}

function newId(count: number, kind: number): string {
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(2, kind);
  new DataView(random.buffer).setUint32(6, count);
  return uuidv7(1_790_000_000_000, random);
}

/** The writer itself on the file: hosts offer one command at a time. */
async function openWriter(folder: string, now: Instant) {
  const opened = await openStore({
    file: path.join(folder, 'laneway.db'),
    backupFolder: path.join(folder, 'backups'),
    now: () => now,
    newReplica: () => 'bench',
  });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const { store, keeper } = opened.value;
  const laneway = createDispatcher({
    store,
    keeper,
    surroundings: {
      clock: { now: () => now },
      zones: zonesFrom(zoneTable),
      actor: { id: asId<'user'>(newId(0, 0)), name: 'Bench', role: 'admin' },
      replica: 'bench',
      fingerprint: (text) => createHash('sha256').update(text).digest('hex'),
      version: '0.0.0',
    },
    diagnostics: { note: () => undefined },
    answerers: createAnswerers({ keeper, writeIcs: () => '' }),
    sentence: (error) => error.kind,
  });
  return {
    laneway: {
      submit: (batch: readonly Submission[]) => laneway.submit.many(batch, { host: 'test' }),
      ask: store.read.all,
      call: laneway.call,
    },
    close: () => store.close(),
  };
}
