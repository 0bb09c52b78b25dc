import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who is let in: one-time tokens for browsers, the cookie they are exchanged for, and one bearer secret for programs. */
export interface Door {
  /** For the lock file: whoever can read it may act for this person. */
  readonly secret: string;
  readonly cookieName: string;
  /** A fresh token for one browser. */
  mint(): string;
  /** Takes a token, once; answers the cookie's value. */
  exchange(token: string): string | undefined;
  /** True for a cookie header with a session made by this data folder's key, also before the last restart. */
  admitsCookie(header: string | undefined): boolean;
  admitsBearer(header: string | undefined): boolean;
}

/** Printed addresses that nobody opened are forgotten from this number on, the oldest first. */
const OUTSTANDING = 32;
const SESSION_DAYS = 30;
const DAY = 86_400_000;

export interface DoorOptions {
  /** 32 bytes kept in the data folder, so that a page survives a restart of the host. */
  readonly key: Buffer;
  readonly now: () => number;
  /** A token known before, for development, where the host restarts under an open page. */
  readonly firstToken?: string;
}

export function makeDoor({ key, now, firstToken }: DoorOptions): Door {
  const secret = randomBytes(32).toString('base64url');
  const tokens: string[] = firstToken === undefined ? [] : [firstToken];
  const cookieName = `laneway-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

  return {
    secret,
    cookieName,
    mint: () => {
      const token = firstToken !== undefined && tokens[0] === firstToken ? firstToken : fresh(tokens);
      while (tokens.length > OUTSTANDING) tokens.shift();
      return token;
    },
    exchange: (token) => {
      const place = tokens.findIndex((known) => same(known, token));
      if (place < 0) return undefined;
      tokens.splice(place, 1);
      const session = `${now()}.${randomBytes(16).toString('base64url')}`;
      return `${session}.${sign(session)}`;
    },
    admitsCookie: (header) => {
      const value = cookieOf(header, cookieName);
      const [issued = '', nonce = '', mark = ''] = value.split('.');
      if (!same(mark, sign(`${issued}.${nonce}`))) return false;
      const age = now() - Number(issued);
      return age >= 0 && age < SESSION_DAYS * DAY;
    },
    admitsBearer: (header) => header !== undefined && same(header, `Bearer ${secret}`),
  };
}

function fresh(tokens: string[]): string {
  const token = randomBytes(24).toString('base64url');
  tokens.push(token);
  return token;
}

/** Compares without telling by the time taken how much was right. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function cookieOf(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
