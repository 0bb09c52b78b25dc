import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openLaneway, runningHost, type Laneway } from '../../core/compose.ts';
import { contractConformance, type OpenTransport } from './contract-conformance.ts';
import { inProcess, overHttp, overSocket } from './transports.ts';

/** A fresh, empty database in a folder of its own, behind the host's own composition root. */
async function fresh(
  reach: (laneway: Laneway, dataDir: string) => Promise<Omit<OpenTransport, 'close'> & { close(): void }>,
): Promise<OpenTransport> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'laneway-'));
  const laneway = await openLaneway({ dataDir, host: 'browser', sample: 'never' });
  const { transport, close } = await reach(laneway, dataDir);
  return {
    transport,
    close: async () => {
      close();
      await laneway.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

contractConformance('the dispatcher in process', () =>
  fresh(async ({ dispatcher }) => ({ transport: inProcess(dispatcher), close: () => undefined })),
);

contractConformance('the loopback WebSocket', () =>
  fresh(async (laneway) => {
    const address = laneway.address();
    const opened = await fetch(address, { redirect: 'manual' });
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return overSocket(new URL(address).origin, cookie);
  }),
);

contractConformance('the HTTP API', () =>
  fresh(async (_laneway, dataDir) => {
    const host = await runningHost(dataDir);
    if (host === undefined) throw new Error('The host does not answer');
    return overHttp(host.address, host.secret);
  }),
);
