import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LENGTH = 32;

/** The key that signs browser sessions of a data folder; made at the first start, readable by its owner alone. */
export function sessionKey(dataDir: string): Buffer {
  const file = path.join(dataDir, 'session.key');
  try {
    const key = readFileSync(file);
    if (key.length === LENGTH) return key;
  } catch {
    // First start.
  }
  const key = randomBytes(LENGTH);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}
