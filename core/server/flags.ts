import { parseArgs } from 'node:util';
import { EARLIEST, instant, LATEST, type Instant } from '../domain/time/instant.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';

export interface Flags {
  /** 0 takes a free port. */
  readonly port: number;
  readonly data: string | undefined;
  /** A Vite server that may call, while developing. */
  readonly devOrigin: string | undefined;
  /** Whether a new database is filled with the sample organization; left to the default when undefined. */
  readonly sample: 'when-empty' | 'never' | undefined;
  /** Serves a page with the ways out when the data cannot be opened; off ends at once with code 4. */
  readonly recoveryPage: boolean;
  /** The clock begins here and runs on: for demonstrations and tests. Undefined takes the real one. */
  readonly at: Instant | undefined;
}

const FLAGS = {
  port: { type: 'string' },
  data: { type: 'string' },
  'dev-origin': { type: 'string' },
  'sample-if-empty': { type: 'boolean' },
  'no-sample': { type: 'boolean' },
  'no-recovery-page': { type: 'boolean' },
  at: { type: 'string' },
} as const;

export const SERVER_USAGE = `Usage: server [--port N] [--data DIR] [--dev-origin ORIGIN] [--sample-if-empty | --no-sample] [--no-recovery-page] [--at MOMENT]
Prints one line on stdout, "ready URL"; the address is good once. --at 2026-11-23T08:24Z begins the clock there, for demonstrations.
Exit codes: 0 ended or joined the copy that runs, 2 flags not understood, 3 the port is taken or a defect, 4 the data cannot be opened.`;

export const EXIT = { ok: 0, usage: 2, fault: 3, cannotOpen: 4 } as const;

/** Reads the flags of the loopback host; a refusal is a sentence. */
export function readFlags(argv: readonly string[]): Outcome<Flags, string> {
  const values = parsed(argv);
  if (typeof values === 'string') return refuse(values);
  const { port = '0', data, 'dev-origin': devOrigin } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refuse('--port needs a number from 0 to 65535.');
  if (data === '') return refuse('--data needs a folder.');
  if (devOrigin !== undefined && !/^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/.test(devOrigin))
    return refuse('--dev-origin needs an origin on this machine, like http://127.0.0.1:5173.');
  if (values['sample-if-empty'] === true && values['no-sample'] === true)
    return refuse('--sample-if-empty and --no-sample exclude each other.');
  const begin = values.at === undefined ? undefined : Date.parse(values.at);
  if (begin !== undefined && !(begin >= EARLIEST && begin < LATEST))
    return refuse('--at needs a moment between 1970 and 2100, like 2026-11-23T08:24Z.');
  return accept({
    at: begin === undefined ? undefined : instant(begin),
    port: Number(port),
    data,
    devOrigin,
    sample: values['no-sample'] === true ? 'never' : values['sample-if-empty'] === true ? 'when-empty' : undefined,
    recoveryPage: values['no-recovery-page'] !== true,
  });
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: FLAGS, strict: true }).values;
}

function parsed(argv: readonly string[]): ReturnType<typeof parse> | string {
  try {
    return parse(argv);
  } catch (error) {
    const text = error instanceof Error ? error.message : 'These flags were not understood.';
    return text.split('. ')[0]?.replace(/\.?$/, '.') ?? text;
  }
}
