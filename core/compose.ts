import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import product from '../package.json' with { type: 'json' };
import type { Laneway as OpenDispatcher } from './application/dispatcher.ts';
import type { Outside } from './application/outside/outside.ts';
import type { Clock } from './application/ports/surroundings.ts';
import { upkeep } from './application/upkeep.ts';
import { systemClock, zones } from './compose/clocks.ts';
import { dispatcherOn, localActor } from './compose/dispatcher.ts';
import { openFolder } from './compose/folder.ts';
import { writeSample } from './compose/sample.ts';
import type { Dispatcher } from './contract/dispatch.ts';
import type { HostKind } from './contract/host-kind.ts';
import { localDateOf, startOfDay } from './domain/time/local-time.ts';
import { accept, refuse, type Outcome } from './kernel/outcome.ts';
import { consoleFolder } from './server/data-folder.ts';
import { CannotOpen, PORT_TAKEN, type OpenProblem } from './server/open-problem.ts';
import { serve, type ServeOptions, type Serving } from './server/serve.ts';
import { sessionKey } from './server/session-key.ts';

export { clockFrom } from './compose/clocks.ts';
export { englishWords, rebuildTo, restoreTo } from './compose/file-tasks.ts';
export { instancePlanner } from './compose/instance-planner.ts';
export { fillSample } from './compose/sample.ts';
export { dataFolder } from './server/data-folder.ts';
export { freshAddress, runningHost } from './server/host-lock.ts';
export { CannotOpen, type CannotOpenDatabase, type OpenProblem } from './server/open-problem.ts';

export interface OpenOptions {
  /** The folder with the database `laneway.db`, its backups, the lock and the local log; made when there is none. */
  readonly dataDir: string;
  readonly host: HostKind;
  readonly clock?: Clock;
  /** Fills a new database. Default: `when-empty` for the two consoles, unless LANEWAY_SAMPLE=never. */
  readonly sample?: 'when-empty' | 'never';
  /** Default: the two consoles listen on a free loopback port, so that the CLI and a second start find them. */
  readonly listen?: Listen;
  /** How long to wait for a copy that is starting or ending, in milliseconds. */
  readonly patience?: number;
  /** Who is asked outside; what is left out is as the folder's `services.json` says, else answered by what stands here. */
  readonly outside?: Partial<Outside>;
  /** When the background check begins after a clean start, in milliseconds; the two consoles alone check. */
  readonly checkAfter?: number;
}

export type Listen = Pick<ServeOptions, 'port' | 'devOrigin' | 'firstToken'>;

export interface Laneway {
  readonly dispatcher: Dispatcher;
  /** A fresh address that lets one browser in; empty where nobody listens. */
  address(): string;
  close(): Promise<void>;
}

/** The first minute belongs to the person: start-up, the first board, the first call. */
const CHECK_AFTER = 20_000;
/** Milliseconds between two looks at what has run out. */
const TIDY_EVERY = 20_000;
/** A copy that migrates or writes the sample takes some seconds before it answers. */
const PATIENCE = 30_000;
const WHOLE_SAMPLE = { scale: 'day', today: undefined } as const;

/** Opens everything on one data folder. Throws `CannotOpen` for whatever a person can do something about. */
export async function openLaneway(options: OpenOptions): Promise<Laneway> {
  const opened = await tryOpen(options);
  if (opened.ok) return opened.value;
  throw new CannotOpen(opened.refusal);
}

/** The same, with the problem as data. */
export async function tryOpen(options: OpenOptions): Promise<Outcome<Laneway, OpenProblem>> {
  const { dataDir, host, clock = systemClock } = options;
  const isConsole = host === 'electron' || host === 'browser';
  const opened = await openFolder(dataDir, clock, options.patience ?? PATIENCE);
  if (!opened.ok) return opened;
  const { lock, database, workshop, planners, diagnostics, services } = opened.value;
  const close = async (serving?: Serving): Promise<void> => {
    lock.withdraw();
    await serving?.close();
    await planners.close();
    await workshop.close();
    await database.store.close();
    lock.release();
  };
  try {
    const sample = options.sample ?? (isConsole && process.env['LANEWAY_SAMPLE'] !== 'never' ? 'when-empty' : 'never');
    if (sample === 'when-empty' && (await database.store.read.sequence()) === 0)
      await writeSample(opened.value, clock, WHOLE_SAMPLE, () => undefined);
    const outside = { ...services, ...options.outside };
    let filling = false;
    const dispatcher = await dispatcherOn(opened.value, {
      clock,
      actor: localActor(database.replica),
      outside,
      writeSample: async (progress, heard) => {
        filling = true;
        try {
          return { commands: await writeSample(opened.value, clock, WHOLE_SAMPLE, progress, heard) };
        } finally {
          filling = false;
        }
      },
    });
    const listen = options.listen ?? (isConsole ? { port: 0 } : undefined);
    const serving = listen === undefined ? undefined : await listenOn(dataDir, listen, dispatcher);
    if (serving !== undefined) lock.announce({ address: serving.origin, secret: serving.secret });
    const housekeeper = isConsole ? dispatcher.housekeeper(host) : null;
    // What a command has freed is offered at once; the rounds are for what ends by the clock.
    const tidyNow = (): void => void housekeeper?.tidy().catch(() => diagnostics.note('warning', 'tidying-failed', {}));
    dispatcher.overhear((event) => {
      if (event.event === 'changed') tidyNow();
    });
    const stopUpkeep = upkeep({
      ...database,
      startOfDay: (zone) => startOfDay(zones, zone, localDateOf(zones, zone, clock.now())),
      wait: (signal) => wait(options.checkAfter ?? CHECK_AFTER, undefined, { signal }),
      checks: isConsole,
      // What is half written is nobody's to tidy.
      tidy: housekeeper === null ? null : async () => (filling ? undefined : housekeeper.tidy()),
      pause: (signal) => wait(TIDY_EVERY, undefined, { signal }),
      diagnostics,
      publish: dispatcher.publish,
    });
    let closing: Promise<void> | undefined;
    return accept({
      dispatcher,
      address: () => serving?.address() ?? '',
      close: () =>
        (closing ??= Promise.all([stopUpkeep(), housekeeper?.close(), planners.close(), workshop.close()]).then(() =>
          close(serving),
        )),
    });
  } catch (error) {
    await close();
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return refuse({ kind: 'port-taken', sentence: PORT_TAKEN });
    throw error;
  }
}

function listenOn(dataDir: string, listen: Listen, dispatcher: OpenDispatcher): Promise<Serving> {
  const front = { folder: consoleFolder(import.meta.dirname) };
  // The dispatcher notes its own defects; what is left are lines that went dead.
  const tell = (): void => undefined;
  const { takeMessage } = dispatcher;
  return serve({ dispatcher, takeMessage, front, key: sessionKey(dataDir), version: product.version, tell, ...listen });
}
