import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface ConsoleFile {
  readonly body: Buffer;
  readonly type: string;
  /** Files named by their content never change. */
  readonly cache: string;
}

/** Reads a file of the built console; undefined for anything that is not a file inside its folder, links followed. */
export async function consoleFile(folder: string, pathname: string): Promise<ConsoleFile | undefined> {
  const name = decoded(pathname);
  if (name === undefined || /[\\\0]/.test(name)) return undefined;
  const wanted = path.join(folder, name === '/' ? 'index.html' : name);
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(wanted)]);
    if (!file.startsWith(root + path.sep)) return undefined;
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const named = name.startsWith('/assets/') && /-[\w-]{8,}\.\w+$/.test(name);
    return { body: await readFile(file), type, cache: named ? 'private, max-age=31536000, immutable' : 'no-cache' };
  } catch {
    // Missing, a folder, or not readable: to a browser there is simply nothing there.
    return undefined;
  }
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
