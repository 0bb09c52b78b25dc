import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseJson } from './body.ts';

/** Where the running host of a data folder is; `host.json`, readable by its owner alone. */
export interface HostRecord {
  readonly pid: number;
  /** Null until it listens. */
  readonly address: string | null;
  readonly secret: string | null;
}

/** A host that answers. */
export interface RunningHost {
  readonly address: string;
  readonly secret: string;
}

export interface HostLock {
  /** Tells others where to join. */
  announce(where: RunningHost): void;
  /** Still ours, but nobody answers any more: said before closing, so that nobody takes the folder under an open database. */
  withdraw(): void;
  release(): void;
}

export type Taken =
  | { readonly ok: true; readonly lock: HostLock }
  /** Somebody else has the folder: a host that answers, or a process that is still starting. */
  | { readonly ok: false; readonly running: HostRecord };

/** A host that is starting may migrate and back up first. Longer than this is a process that only has the same number. */
const LONGEST_START = 10 * 60_000;
const POLL = 100;
const LONGEST_ANSWER = 5000;

/**
 * Takes the data folder, which is there, for this process, or finds who has it. Waits up to `patience` milliseconds for a copy that is just
 * starting or just ending. A lock whose process is gone, or does not answer, is cleared.
 */
export async function takeFolder(dataDir: string, patience: number): Promise<Taken> {
  const file = path.join(dataDir, 'host.json');
  const until = Date.now() + patience;
  for (;;) {
    const mine: HostRecord = { pid: process.pid, address: null, secret: null };
    if (create(file, mine)) return { ok: true, lock: lockOn(file, mine) };
    const found = readRecord(file);
    if (found !== undefined) {
      const state = await stateOf(file, found.record);
      if (state === 'answers') return { ok: false, running: found.record };
      if (state === 'gone') clear(file, found.text);
      else if (Date.now() >= until) return { ok: false, running: found.record };
    } else if (Date.now() >= until) return { ok: false, running: { pid: 0, address: null, secret: null } };
    if (found === undefined || found.record.address === null) await wait(POLL);
  }
}

/** The host that runs on a data folder and answers, if there is one. */
export async function runningHost(dataDir: string): Promise<RunningHost | undefined> {
  const file = path.join(dataDir, 'host.json');
  const found = readRecord(file);
  if (found === undefined || (await stateOf(file, found.record)) !== 'answers') return undefined;
  const { address, secret } = found.record;
  return address === null || secret === null ? undefined : { address, secret };
}

/** Asks a host something with its secret. A host that is only slow is there all the same. */
async function ask(host: HostRecord, method: 'GET' | 'POST', target: string): Promise<unknown> {
  if (host.address === null || host.secret === null) return 'nobody';
  try {
    const response = await fetch(`${host.address}${target}`, {
      method,
      headers: { authorization: `Bearer ${host.secret}` },
      signal: AbortSignal.timeout(LONGEST_ANSWER),
    });
    if (!response.ok) return 'nobody';
    const heard: unknown = await response.json();
    return heard;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'slow' : 'nobody';
  }
}

/** A fresh address for one more browser from the host that runs. */
export async function freshAddress(host: HostRecord): Promise<string | undefined> {
  const answer = await ask(host, 'POST', '/host/address');
  if (typeof answer !== 'object' || answer === null || !('address' in answer)) return undefined;
  return typeof answer.address === 'string' ? answer.address : undefined;
}

async function stateOf(file: string, record: HostRecord): Promise<'answers' | 'starting' | 'gone'> {
  if (!isAlive(record.pid)) return 'gone';
  if (record.address === null) return ageOf(file) > LONGEST_START ? 'gone' : 'starting';
  // The number may belong to another program by now; only the host itself knows its secret.
  const heard = await ask(record, 'GET', '/host/hello');
  return heard === 'nobody' ? 'gone' : 'answers';
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes the file whole and at once, or not at all: written aside, then linked to its name. */
function create(file: string, record: HostRecord): boolean {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, JSON.stringify(record), { mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Moves a dead lock away, unless somebody took over between reading and moving; then theirs goes back. */
function clear(file: string, text: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
  } catch {
    // Somebody else cleared it first: the next turn of the loop sees what is there now.
  } finally {
    rmSync(aside, { force: true });
  }
}

function lockOn(file: string, mine: HostRecord): HostLock {
  let text = JSON.stringify(mine);
  const isMine = (): boolean => readText(file) === text;
  const rewrite = (record: HostRecord): void => {
    if (!isMine()) return;
    text = JSON.stringify(record);
    const aside = `${file}.${randomUUID()}`;
    writeFileSync(aside, text, { mode: 0o600 });
    renameSync(aside, file);
  };
  return {
    announce: (where) => rewrite({ ...mine, ...where }),
    withdraw: () => rewrite(mine),
    release: () => {
      if (isMine()) rmSync(file, { force: true });
    },
  };
}

function readRecord(file: string): { readonly record: HostRecord; readonly text: string } | undefined {
  const text = readText(file);
  if (text === undefined) return undefined;
  const value = parseJson(text);
  const { pid, address, secret }: Readonly<Record<string, unknown>> = typeof value === 'object' ? { ...value } : {};
  const record = {
    // A damaged file names nobody, so it counts as left behind.
    pid: typeof pid === 'number' ? pid : 0,
    address: typeof address === 'string' && /^http:\/\/127\.0\.0\.1:\d+$/.test(address) ? address : null,
    secret: typeof secret === 'string' ? secret : null,
  };
  return { record, text };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
