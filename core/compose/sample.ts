import { createHash } from 'node:crypto';
import { NOBODY_OUTSIDE } from '../application/outside/outside.ts';
import type { Clock } from '../application/ports/surroundings.ts';
import type { LanewayEvent } from '../contract/events.ts';
import type { Actor } from '../domain/organization/actor.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { localDateOf } from '../domain/time/local-time.ts';
import type { ZoneId } from '../domain/time/zones.ts';
import { asId, uuidv7 } from '../kernel/id.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { sampleCommands, type SampleScale } from '../sample/index.ts';
import { sendAll } from '../sample/send-all.ts';
import type { OpenProblem } from '../server/open-problem.ts';
import { systemClock, zones } from './clocks.ts';
import { dispatcherOn } from './dispatcher.ts';
import { openFolder, type OpenFolder } from './folder.ts';

const SAMPLE_ACTOR: Actor = {
  id: asId<'user'>('00000000-0000-7000-8000-0000000000aa'),
  name: 'Sample data',
  role: 'admin',
};

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

/** Another person than the one at the console, so that nobody's undo takes the sample apart. */
export async function writeSample(
  folder: OpenFolder,
  clock: Clock,
  options: { readonly scale: SampleScale; readonly today: LocalDate | undefined },
  progress: (done: number, total: number) => void,
  heard: (event: LanewayEvent) => void = () => undefined,
): Promise<number> {
  const desk = await dispatcherOn(folder, { clock, actor: SAMPLE_ACTOR, outside: NOBODY_OUTSIDE });
  const { submit } = desk;
  desk.overhear(heard);
  const now = clock.now();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = options.today ?? localDateOf(zones, zones.canonical(zone) ?? ('Etc/UTC' as ZoneId), now);
  return sendAll(sampleCommands(zones, { today, now, scale: options.scale }), {
    send: (batch, by) => submit.many(batch, by === null ? { host: 'sample' } : { host: 'sample', actor: by }),
    idOf: (at, index) => uuidv7(at, createHash('sha256').update(`${today} ${index}`).digest()),
    progress,
  });
}
