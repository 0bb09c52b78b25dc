import { WebSocket } from 'ws';
import type { CallKind, Dispatcher } from '../contract/dispatch.ts';
import type { LanewayEvent } from '../contract/events.ts';
import type { Phrase } from '../contract/phrases/phrase.ts';
import type { Reply } from '../contract/refusal.ts';
import type { VerifyReport } from '../contract/views/setup-view.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { ZoneId } from '../domain/time/zones.ts';
import type { Outcome } from '../kernel/outcome.ts';
import type { InstancePlanner } from './instance/instance-planner.ts';
import type { Scale, Who } from './who.ts';

/** Where calls go: the host that runs, or the database opened by ourselves. */
export interface Target {
  call(kind: CallKind, name: string, input: unknown): Promise<Reply>;
  /** What the host tells meanwhile; the answer ends it. */
  subscribe(listener: (event: LanewayEvent) => void): () => void;
  close(): Promise<void>;
  /** The largest input of one call, in characters. */
  readonly largest: number;
}

/** Why the database cannot be opened, and the ways out. */
export interface CannotOpenView {
  readonly sentence: string;
  readonly backups: readonly { readonly file: string; readonly at: string }[];
  readonly restore: string | null;
}

/** What the CLI needs of the rest of the product; `main.ts` fills it in, tests fill it in small. */
export interface Surroundings {
  open(data: string | undefined, who: Who): Promise<Outcome<Target, CannotOpenView>>;
  /** Copies a checked backup to a new path; the refusal is a sentence. */
  restore(file: string, newPath: string): Promise<Outcome<{ readonly path: string }, string>>;
  /** Fills an empty database; the refusal is a sentence. */
  sample(
    data: string | undefined,
    options: { readonly scale: Scale; readonly today: LocalDate | undefined },
    progress: (done: number, total: number) => void,
  ): Promise<Outcome<{ readonly commands: number }, string | CannotOpenView>>;
  /** Writes a new database from the log of this one; the refusal is a sentence. */
  rebuild(
    data: string | undefined,
    newPath: string,
    progress: (done: number, total: number) => void,
  ): Promise<Outcome<RebuiltView, string>>;
  /** The text of a file, "-" for stdin; the refusal is a sentence. */
  read(file: string): Promise<Outcome<string, string>>;
  /** A file that is not there yet, "-" for stdout; the refusal is a sentence. */
  create(file: string): Promise<Outcome<NewFile, string>>;
  /** Writes a file anew; over one that is there only when its text `may` go. "-" is stdout; the refusal is a sentence. */
  replace(file: string, text: string, may: (old: string) => boolean): Promise<Outcome<undefined, string>>;
  readonly planner: InstancePlanner;
  /** English words of a phrase; times in UTC where no zone is named. */
  words(phrase: Phrase, zone?: ZoneId): string;
  newId(): string;
  stdin(): Promise<string>;
  out(text: string): void;
  /** Sentences for a person; never on stdout, which belongs to the answer. */
  say(text: string): void;
}

export interface NewFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** What a rebuild found in the old file, and whether the new one passed every check. */
export interface RebuiltView {
  readonly path: string;
  readonly commands: number;
  readonly differences: readonly { readonly entity: string; readonly rows: number | null }[];
  readonly report: VerifyReport;
}

/** The contract of a dispatcher in this process, for the user and organization that were named. */
export function localTarget(dispatcher: Dispatcher, close: () => Promise<void>, who: Who = {}): Target {
  return {
    call: (kind, name, input) => dispatcher.call(kind, name, input, { host: 'cli', ...who }),
    subscribe: (listener) => dispatcher.subscribe(listener, who.organizationId ?? undefined),
    close,
    largest: Number.POSITIVE_INFINITY,
  };
}

const NO_ANSWER: Reply = {
  ok: false,
  error: { kind: 'fault', code: 'unavailable', retryable: true },
  message: 'There is no answer from Laneway. Check that it is running and try again.',
};

/** The contract of the host that runs, over its HTTP API. */
export function remoteTarget(host: RunningHost): Target {
  return {
    call: async (kind, name, input) => {
      try {
        const response = await fetch(`${host.address}/api/${kind}/${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${host.secret}`,
            'content-type': 'application/json',
            'x-laneway-host': 'cli',
          },
          body: JSON.stringify(input),
        });
        const reply: unknown = await response.json();
        return isReply(reply) ? reply : NO_ANSWER;
      } catch {
        return NO_ANSWER;
      }
    },
    subscribe: (listener) => listen(host, listener),
    close: () => Promise.resolve(),
    // The host takes 1 MiB; letters beyond ASCII count up to four times.
    largest: 256 * 1024,
  };
}

/** Hears the events of the host that runs. They are a comfort: when the line fails, the call goes on without them. */
function listen(host: RunningHost, listener: (event: LanewayEvent) => void): () => void {
  const socket = new WebSocket(`${host.address.replace(/^http/, 'ws')}/ws`, {
    headers: { authorization: `Bearer ${host.secret}`, 'x-laneway-host': 'cli' },
  });
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString('utf8'));
    // Only the host that we hold the secret of can have sent it.
    if (typeof message === 'object' && message !== null && 'event' in message) listener(message.event as LanewayEvent);
  });
  return () => socket.terminate();
}

interface RunningHost {
  readonly address: string;
  readonly secret: string;
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
