import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import product from '../package.json' with { type: 'json' };
import english from '../resources/messages/en.json' with { type: 'json' };
import zoneTable from '../resources/zones/zones.json' with { type: 'json' };
import { createDispatcher, type Laneway as OpenDispatcher } from './application/dispatcher.ts';
import { feeDesk, localCollector } from './application/fee-desk.ts';
import type { Clock, Diagnostics } from './application/ports/surroundings.ts';
import { createAnswerers } from './application/queries/index.ts';
import { upkeep } from './application/upkeep.ts';
import { icsWriter } from './calendar/ics/ics-writer.ts';
import type { Dispatcher } from './contract/dispatch.ts';
import type { HostKind } from './contract/host-kind.ts';
import type { Phrase } from './contract/phrases/phrase.ts';
import { say } from './contract/say.ts';
import { errorSentence } from './contract/phrases/sentence.ts';
import type { Actor } from './domain/organization/actor.ts';
import { instant, type Instant } from './domain/time/instant.ts';
import type { LocalDate } from './domain/time/local-date.ts';
import { localDateOf, startOfDay } from './domain/time/local-time.ts';
import { zonesFrom, type ZoneId } from './domain/time/zones.ts';
import { asId, uuidv7 } from './kernel/id.ts';
import { accept, refuse, type Outcome } from './kernel/outcome.ts';
import { sampleCommands, type SampleScale } from './sample/index.ts';
import { sendAll } from './sample/send-all.ts';
import { consoleFolder, makeFolder } from './server/data-folder.ts';
import { takeFolder, type HostLock } from './server/host-lock.ts';
import {
  CannotOpen,
  cannotOpenDatabase,
  cannotRebuild,
  cannotRestore,
  IN_USE,
  PORT_TAKEN,
  type OpenProblem,
} from './server/open-problem.ts';
import { serve, type ServeOptions, type Serving } from './server/serve.ts';
import { sessionKey } from './server/session-key.ts';
import { rebuildFile, type Rebuilt } from './store/rebuild/rebuild-file.ts';
import { restoreBackup } from './store/backup/restore-backup.ts';
import { createRotatingLog } from './store/diagnostics/rotating-log.ts';
import { fileWork, openStore, type OpenStore } from './store/open-store.ts';
import { openWorkshop, type Workshop } from './workers/workshop.ts';

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

const zones = zonesFrom(zoneTable);
const systemClock: Clock = { now: () => instant(Date.now()) };
/** A clock that begins at a moment and runs as the real one does. */
export function clockFrom(begin: Instant): Clock {
  const started = Date.now();
  return { now: () => instant(begin + Date.now() - started) };
}

/** The first minute belongs to the person: start-up, the first board, the first call. */
const CHECK_AFTER = 20_000;
/** Milliseconds between two looks at what has run out. */
const TIDY_EVERY = 20_000;
/** A copy that migrates or writes the sample takes some seconds before it answers. */
const PATIENCE = 30_000;
const SAMPLE_ACTOR: Actor = {
  id: asId<'user'>('00000000-0000-7000-8000-0000000000aa'),
  name: 'Sample data',
  role: 'admin',
};

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
  const { lock, database, workshop, diagnostics } = opened.value;
  const close = async (serving?: Serving): Promise<void> => {
    lock.withdraw();
    await serving?.close();
    await workshop.close();
    await database.store.close();
    lock.release();
  };
  try {
    const sample = options.sample ?? (isConsole && process.env['LANEWAY_SAMPLE'] !== 'never' ? 'when-empty' : 'never');
    if (sample === 'when-empty' && (await database.store.read.sequence()) === 0)
      await writeSample(opened.value, clock, { scale: 'day', today: undefined }, () => undefined);
    const dispatcher = await dispatcherOn(opened.value, clock, localActor(database.replica));
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
      tidy: housekeeper === null ? null : () => housekeeper.tidy(),
      pause: (signal) => wait(TIDY_EVERY, undefined, { signal }),
      diagnostics,
      publish: dispatcher.publish,
    });
    let closing: Promise<void> | undefined;
    return accept({
      dispatcher,
      address: () => serving?.address() ?? '',
      close: () =>
        (closing ??= Promise.all([stopUpkeep(), housekeeper?.close(), workshop.close()]).then(() => close(serving))),
    });
  } catch (error) {
    await close();
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return refuse({ kind: 'port-taken', sentence: PORT_TAKEN });
    throw error;
  }
}

/** Fills an empty database with the sample organization, with no host on it. */
export async function fillSample(
  dataDir: string,
  options: { readonly scale: SampleScale; readonly today: LocalDate | undefined; readonly clock?: Clock },
  progress: (done: number, total: number) => void,
): Promise<Outcome<{ readonly commands: number }, string | OpenProblem>> {
  const clock = options.clock ?? systemClock;
  const opened = await openFolder(dataDir, clock, 0);
  if (!opened.ok) return opened;
  const { lock, database } = opened.value;
  try {
    if ((await database.store.read.sequence()) > 0)
      return refuse('This database is not empty. Name a new folder with --data.');
    return accept({ commands: await writeSample(opened.value, clock, options, progress) });
  } finally {
    await database.store.close();
    lock.release();
  }
}

/** Copies a backup to a new data folder, or to a new file when the path ends like one. The refusal is a sentence. */
export async function restoreTo(backup: string, newPath: string): Promise<Outcome<{ readonly path: string }, string>> {
  const target = /\.(db|sqlite)$/.test(newPath) ? newPath : databaseIn(newPath);
  const unusable = makeFolder(path.dirname(target));
  if (unusable !== undefined) return refuse(unusable);
  const restored = await restoreBackup(backup, target);
  return restored.ok ? accept({ path: restored.value }) : refuse(cannotRestore(restored.refusal));
}

/** Writes a new data folder, or a new file when the path ends like one, from the log of this one. The refusal is a sentence. */
export async function rebuildTo(
  dataDir: string,
  newPath: string,
  progress: (done: number, total: number) => void,
): Promise<Outcome<Rebuilt, string>> {
  const target = /\.(db|sqlite)$/.test(newPath) ? newPath : databaseIn(newPath);
  const unusable = makeFolder(path.dirname(target));
  if (unusable !== undefined) return refuse(unusable);
  const made = await rebuildFile(databaseIn(dataDir), target, systemClock.now(), progress);
  return made.ok ? made : refuse(cannotRebuild(made.refusal));
}

/** English words of a phrase, times in UTC, for hosts without a catalogue of their own. */
export function englishWords(words: Phrase): string {
  return say(english, words, { zones, zone: 'Etc/UTC' as ZoneId, now: systemClock.now() });
}

function databaseIn(dataDir: string): string {
  return path.join(dataDir, 'laneway.db');
}

/** A data folder that is ours, with what works on it. */
interface OpenFolder {
  readonly lock: HostLock;
  readonly database: OpenStore;
  readonly workshop: Workshop;
  readonly diagnostics: Diagnostics;
}

/** Takes the lock, then opens the file: in this order two copies never open one database. */
async function openFolder(dataDir: string, clock: Clock, patience: number): Promise<Outcome<OpenFolder, OpenProblem>> {
  const unusable = makeFolder(dataDir);
  if (unusable !== undefined) return refuse({ kind: 'database', sentence: unusable, backups: [], restore: null });
  const taken = await takeFolder(dataDir, patience);
  if (!taken.ok) return refuse({ kind: 'in-use', sentence: IN_USE, running: taken.running });
  const diagnostics = createRotatingLog({ file: path.join(dataDir, 'logs', 'laneway.log'), now: () => clock.now() });
  const noWorker = (): void => diagnostics.note('warning', 'no-worker-thread', {});
  const workshop = openWorkshop({ instead: fileWork, noWorker });
  const opened = await openStore({
    file: databaseIn(dataDir),
    backupFolder: path.join(dataDir, 'backups'),
    now: () => clock.now(),
    work: workshop,
    newReplica: () => uuidv7(clock.now(), randomBytes(10)),
  });
  if (opened.ok) return accept({ lock: taken.lock, database: opened.value, workshop, diagnostics });
  taken.lock.release();
  return refuse(cannotOpenDatabase(dataDir, opened.refusal));
}

async function dispatcherOn(
  { database: { store, keeper, replica }, diagnostics }: OpenFolder,
  clock: Clock,
  actor: Actor,
): Promise<OpenDispatcher> {
  const zonesOfLocations = async (): Promise<readonly ZoneId[]> =>
    (await store.read.all('location')).map((location) => location.zone);
  let locations = await zonesOfLocations();
  const dispatcher = createDispatcher({
    store,
    keeper,
    surroundings: { clock, zones, actor, replica, fingerprint: sha256, version: product.version },
    diagnostics,
    answerers: createAnswerers({ keeper, writeIcs: icsWriter(zones) }),
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

function listenOn(dataDir: string, listen: Listen, dispatcher: Dispatcher): Promise<Serving> {
  const front = { folder: consoleFolder(import.meta.dirname) };
  // The dispatcher notes its own defects; what is left are lines that went dead.
  const tell = (): void => undefined;
  return serve({ dispatcher, front, key: sessionKey(dataDir), version: product.version, tell, ...listen });
}

/** Until users and rights exist: the person whose system account this is, known by this copy. */
function localActor(replica: string): Actor {
  return { id: asId<'user'>(replica), name: os.userInfo().username, role: 'admin' };
}

/** Another person than the one at the console, so that nobody's undo takes the sample apart. */
async function writeSample(
  folder: OpenFolder,
  clock: Clock,
  options: { readonly scale: SampleScale; readonly today: LocalDate | undefined },
  progress: (done: number, total: number) => void,
): Promise<number> {
  const { submit } = await dispatcherOn(folder, clock, SAMPLE_ACTOR);
  const now = clock.now();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = options.today ?? localDateOf(zones, zones.canonical(zone) ?? ('Etc/UTC' as ZoneId), now);
  return sendAll(sampleCommands(zones, { today, now, scale: options.scale }), {
    send: (batch, by) => submit.many(batch, by === null ? { host: 'sample' } : { host: 'sample', actor: by }),
    idOf: (at, index) => uuidv7(at, createHash('sha256').update(`${today} ${index}`).digest()),
    progress,
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
