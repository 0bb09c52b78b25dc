/** The answer of something that may say no. A refusal is data; only defects are thrown. */
export type Outcome<T, R> = Accepted<T> | Refused<R>;
export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse<R>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
