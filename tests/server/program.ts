import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..', '..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

export interface Running {
  /** The address after `ready`; rejects when the program ends without one. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<Ended>;
}

/** The built program, as people start it; from source where nothing is built. `npm test` builds what is out of date first. */
function fileOf(program: 'server' | 'cli'): string {
  const built = path.join(root, 'dist', 'host', `${program}.js`);
  return existsSync(built) ? built : path.join(root, 'core', program, 'main.ts');
}

/** Starts one of the product's programs, with no sample data. */
export function start(program: 'server' | 'cli', words: readonly string[], input?: string): Running {
  const child = spawn(process.execPath, [fileOf(program), ...words], {
    env: { ...process.env, LANEWAY_SAMPLE: 'never', NODE_NO_WARNINGS: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, said })));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /^ready (\S+)\n/m.exec(out)?.[1];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error(`It ended before it was ready: ${said}`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

export function run(program: 'server' | 'cli', words: readonly string[], input?: string): Promise<Ended> {
  return start(program, words, input).ended;
}
