import { createHash } from 'node:crypto';
import type { Diagnostics, Surroundings } from '../../core/application/ports/surroundings.ts';
import type { Actor, Role } from '../../core/domain/organization/actor.ts';
import { addMinutes, instant, type Instant } from '../../core/domain/time/instant.ts';
import { zonesFrom } from '../../core/domain/time/zones.ts';
import { asId, uuidv7, type Id } from '../../core/kernel/id.ts';
import zoneTable from '../../resources/zones/zones.json' with { type: 'json' };

export const zones = zonesFrom(zoneTable);

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Instant;
  set(at: Instant): void;
  pass(minutes: number): void;
}

export function clockAt(start: Instant): TestClock {
  let at = start;
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
    pass: (minutes) => {
      at = addMinutes(at, minutes);
    },
  };
}

/** Ids in the order in which they are asked for: the same in every run. */
export interface Ids {
  next<Name extends string>(): Id<Name>;
}

export function idsFrom(first = 1): Ids {
  let count = first;
  return {
    next: <Name extends string>() => {
      const random = new Uint8Array(10);
      new DataView(random.buffer).setUint32(6, count);
      count += 1;
      return asId<Name>(uuidv7(1_700_000_000_000, random));
    },
  };
}

export function actor(role: Role = 'admin', name = 'Kari'): Actor {
  const random = new TextEncoder().encode(name.padEnd(10).slice(0, 10));
  return { id: asId(uuidv7(1, random)), name, role };
}

export function surroundingsWith(clock: TestClock, who: Actor = actor()): Surroundings {
  return {
    clock,
    zones,
    actor: who,
    replica: 'test-replica',
    fingerprint: (text) => createHash('sha256').update(text).digest('hex'),
    version: '0.0.0',
  };
}

export interface Notes extends Diagnostics {
  readonly notes: { readonly level: string; readonly what: string; readonly facts: object }[];
}

export function diagnosticsList(): Notes {
  const notes: Notes['notes'] = [];
  return { notes, note: (level, what, facts) => void notes.push({ level, what, facts }) };
}

/** 2026-11-23, a Monday in Oslo (one hour before UTC all that week): `at(9.5)` is 09:30 local. */
export function at(hours: number, day = 0): Instant {
  return instant(Date.UTC(2026, 10, 23 + day) + (hours - 1) * 3_600_000);
}
