import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withCopy, type BenchData } from './data.ts';
import { measure, type Row } from './row.ts';

const HOST = path.resolve(import.meta.dirname, '../../dist/host/server.js');

/** The built host as a process of its own: from its start until it has answered one board, the file closed cleanly before. */
export function startRows(data: BenchData): Promise<readonly Row[]> {
  return withCopy(data, async (folder) => [
    await measure('host start to first board answer, 100,000 appointments', 1000, () => firstAnswer(folder)),
  ]);
}

async function firstAnswer(folder: string): Promise<number> {
  const started = performance.now();
  const host = spawn(process.execPath, [HOST, '--data', folder, '--no-sample'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(host.stdout, 'data');
  const { address, secret } = recordOf(folder);
  const post = async (name: string, input: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const response = await fetch(`${address}/api/query/${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    return response.json();
  };
  const setup = JSON.stringify(await post('setup', {}));
  const locationId = /"locations":\[\{"id":"([^"]+)"/.exec(setup)?.[1];
  const board = JSON.stringify(await post('boardForRange', { locationId, date: '2026-11-23', days: 1 }));
  if (!board.includes('"lanes"')) throw new Error(`The host did not answer a board: ${board.slice(0, 200)}`);
  const took = performance.now() - started;
  host.kill('SIGTERM');
  await once(host, 'exit');
  return took;
}

function recordOf(folder: string): { readonly address: string; readonly secret: string } {
  const record: unknown = JSON.parse(readFileSync(path.join(folder, 'host.json'), 'utf8'));
  if (typeof record === 'object' && record !== null && 'address' in record && 'secret' in record) {
    const { address, secret } = record;
    if (typeof address === 'string' && typeof secret === 'string') return { address, secret };
  }
  throw new Error('The host left no record of its address');
}
