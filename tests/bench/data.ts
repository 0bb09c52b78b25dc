import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fillSample } from '../../core/compose.ts';
import type { SampleScale } from '../../core/sample/index.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import { instant, type Instant } from '../../core/domain/time/instant.ts';

export interface BenchData {
  readonly folder: string;
  /** The simulated moment at which the sample ends; benches hold their clock there. */
  readonly now: Instant;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const DAY = '2026-11-23';
const NOW = instant(Date.parse(`${DAY}T09:24:00Z`));

/** The sample at a scale, written once through the commands and kept until the code that writes it changes. */
export async function prepareData(scale: Exclude<SampleScale, 'day'>): Promise<BenchData> {
  const folder = path.join(ROOT, 'test-results', 'bench', `${scale}-${sourceHash()}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    process.stderr.write(`Writing the ${scale} sample; once, some minutes.\n`);
    let told = 0;
    const filled = await fillSample(
      unfinished,
      { scale, today: localDate(DAY), clock: { now: () => NOW } },
      (done, total) => {
        const tenths = Math.floor((done / total) * 10);
        if (tenths > told) process.stderr.write(`  ${tenths * 10} %\n`);
        told = Math.max(told, tenths);
      },
    );
    if (!filled.ok) throw new Error(`The ${scale} sample was not written: ${JSON.stringify(filled.refusal)}`);
    writeFileSync(path.join(unfinished, 'bench.json'), JSON.stringify(filled.value));
    renameSync(unfinished, folder);
  }
  return { folder, now: NOW };
}

/** A copy that a bench may change, gone when it ends. */
export async function withCopy<T>(data: BenchData, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-bench-'));
  try {
    cpSync(data.folder, folder, { recursive: true });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(['core/sample/**', 'core/store/migrations/*.ts', 'resources/sample/*'], {
    cwd: ROOT,
  }).toSorted()) {
    if (/\.\w+$/.test(file)) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
