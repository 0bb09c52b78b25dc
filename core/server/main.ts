import process from 'node:process';
import { clockFrom, tryOpen, type Laneway } from '../compose.ts';
import { dataFolder } from './data-folder.ts';
import { EXIT, readFlags, SERVER_USAGE, type Flags } from './flags.ts';
import { freshAddress } from './host-lock.ts';
import type { CannotOpenDatabase } from './open-problem.ts';
import { recoveryPage } from './pages.ts';
import { serve } from './serve.ts';
import { sessionKey } from './session-key.ts';

process.exitCode = await run();

/** The loopback host: opens the data, serves it, says where, and ends on a signal. */
async function run(): Promise<number> {
  const flags = readFlags(process.argv.slice(2));
  if (!flags.ok) {
    say(`${flags.refusal}\n${SERVER_USAGE}`);
    return EXIT.usage;
  }
  const dataDir = dataFolder(flags.value.data);
  const opened = await open(dataDir, flags.value);
  if (typeof opened === 'number') return opened;
  ready(opened.address());
  await signal();
  await opened.close();
  return EXIT.ok;
}

async function open(dataDir: string, flags: Flags): Promise<Pick<Laneway, 'address' | 'close'> | number> {
  const { port, devOrigin } = flags;
  const token = devOrigin === undefined ? undefined : process.env['LANEWAY_TOKEN'];
  const listen = {
    port,
    ...(devOrigin === undefined ? {} : { devOrigin }),
    ...(token === undefined ? {} : { firstToken: token }),
  };
  const sample = flags.sample === undefined ? {} : { sample: flags.sample };
  const clock = flags.at === undefined ? {} : { clock: clockFrom(flags.at) };
  const opened = await tryOpen({ dataDir, host: 'browser', listen, ...sample, ...clock });
  if (opened.ok) return opened.value;
  const { refusal } = opened;
  if (refusal.kind === 'in-use') {
    const address = await freshAddress(refusal.running);
    if (address !== undefined) {
      say('Laneway is running on this data already; this start joins it.');
      ready(address);
      return EXIT.ok;
    }
  }
  say(refusal.sentence);
  if (refusal.kind === 'port-taken') return EXIT.fault;
  if (refusal.kind === 'in-use') return EXIT.cannotOpen;
  if (refusal.restore !== null) say(`To restore a backup: ${refusal.restore}`);
  if (!flags.recoveryPage) return EXIT.cannotOpen;
  return showRecovery(dataDir, refusal, port);
}

/** A browser is the screen, so the way out is shown there; the process ends with its code when it is told to. */
async function showRecovery(dataDir: string, refusal: CannotOpenDatabase, port: number): Promise<number> {
  try {
    const serving = await serve({
      dispatcher: undefined,
      front: { page: recoveryPage({ ...refusal, dataDir }) },
      port,
      key: sessionKey(dataDir),
      version: '',
      tell: () => undefined,
    });
    ready(serving.address());
    await signal();
    await serving.close();
  } catch {
    // A read-only folder or a taken port: the sentences above must do.
  }
  return EXIT.cannotOpen;
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
}

function ready(address: string): void {
  process.stdout.write(`ready ${address}\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
