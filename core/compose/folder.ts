import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { PLANNING_HERE } from '../application/planning/plan-here.ts';
import type { Clock, Diagnostics } from '../application/ports/surroundings.ts';
import { readServices, type Services } from '../connectors/services.ts';
import { uuidv7 } from '../kernel/id.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { makeFolder } from '../server/data-folder.ts';
import { takeFolder, type HostLock } from '../server/host-lock.ts';
import { cannotOpenDatabase, IN_USE, type OpenProblem } from '../server/open-problem.ts';
import { createRotatingLog } from '../store/diagnostics/rotating-log.ts';
import { fileWork, openStore, type OpenStore } from '../store/open-store.ts';
import { openPlanningRoom, type PlanningRoom } from '../workers/planners.ts';
import { openWorkshop, type Workshop } from '../workers/workshop.ts';

export function databaseIn(dataDir: string): string {
  return path.join(dataDir, 'laneway.db');
}

/** Who is asked outside. */
function servicesIn(dataDir: string): string {
  return path.join(dataDir, 'services.json');
}

/** A data folder that is ours, with what works on it. */
export interface OpenFolder {
  readonly lock: HostLock;
  readonly database: OpenStore;
  readonly workshop: Workshop;
  readonly planners: PlanningRoom;
  readonly diagnostics: Diagnostics;
  readonly services: Services;
}

/** Takes the lock, then opens the file: in this order two copies never open one database. */
export async function openFolder(
  dataDir: string,
  clock: Clock,
  patience: number,
): Promise<Outcome<OpenFolder, OpenProblem>> {
  const unusable = makeFolder(dataDir);
  if (unusable !== undefined) return refuse({ kind: 'database', sentence: unusable, backups: [], restore: null });
  const services = readServices(servicesIn(dataDir));
  if (!services.ok) return refuse({ kind: 'database', sentence: services.refusal, backups: [], restore: null });
  const taken = await takeFolder(dataDir, patience);
  if (!taken.ok) return refuse({ kind: 'in-use', sentence: IN_USE, running: taken.running });
  const diagnostics = createRotatingLog({ file: path.join(dataDir, 'logs', 'laneway.log'), now: () => clock.now() });
  const noWorker = (): void => diagnostics.note('warning', 'no-worker-thread', {});
  const workshop = openWorkshop({ instead: fileWork, noWorker });
  const planners = openPlanningRoom({ instead: PLANNING_HERE, noWorker });
  const opened = await openStore({
    file: databaseIn(dataDir),
    backupFolder: path.join(dataDir, 'backups'),
    now: () => clock.now(),
    work: workshop,
    newReplica: () => uuidv7(clock.now(), randomBytes(10)),
  });
  if (opened.ok)
    return accept({
      lock: taken.lock,
      database: opened.value,
      workshop,
      planners,
      diagnostics,
      services: services.value,
    });
  taken.lock.release();
  return refuse(cannotOpenDatabase(dataDir, opened.refusal));
}
