import { uuidv7 } from '../../core/kernel/id.ts';

/** A fresh UUIDv7: the console issues the commands, so the console makes their ids. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
