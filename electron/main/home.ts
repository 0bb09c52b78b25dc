import { app, protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_POLICY } from '../../core/contract/content-policy.ts';

const SCHEME = 'app';
const HOST = 'laneway';

/** Where the packaged console lives; the prefix that navigation and IPC trust. */
const PACKAGED_HOME = `${SCHEME}://${HOST}/`;

const RENDERER = path.join(import.meta.dirname, '..', 'renderer');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Address prefix of the console: our own scheme, or Vite's loopback address while developing. */
export function consoleHome(): string {
  const address = app.isPackaged ? undefined : process.env['LANEWAY_DEV_URL'];
  return address !== undefined && /^http:\/\/127\.0\.0\.1:\d+\/?$/.test(address)
    ? `${address.replace(/\/$/, '')}/`
    : PACKAGED_HOME;
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer under `app://laneway/`, and nothing outside its folder. */
export function serveRenderer(): void {
  protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url) : undefined;
    if (file === undefined) return notFound();
    try {
      const body = await readFile(file);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return notFound();
    }
  });
}

/** The file behind an address, or undefined when it would lie outside the renderer's folder. */
function fileFor(address: string): string | undefined {
  const url = new URL(address);
  if (url.host !== HOST) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  const file = path.join(RENDERER, name === '/' ? 'index.html' : name);
  return file.startsWith(RENDERER + path.sep) ? file : undefined;
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
