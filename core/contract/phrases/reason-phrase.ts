import type { Reason } from '../../domain/rules/reason.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { phrase, short, type Param, type Phrase } from './phrase.ts';

/** Why a booking rule does not hold, as a sentence; `short(...)` of it is the chip. */
export function reasonPhrase(reason: Reason): Phrase {
  const say = (params: Readonly<Record<string, Param>>, variant = ''): Phrase =>
    phrase(`reason.${reason.rule}.${reason.why}${variant}`, params);
  switch (reason.rule) {
    case 'forbidden-technician':
      return say({ technician: reason.technician.name });
    case 'skills':
      return skillPhrase(reason, say);
    case 'bay-capable':
      if (reason.why === 'no-bay') return say({});
      return say({
        bay: reason.bay.name,
        capability: reason.capability,
        ...(reason.why === 'expired' ? { expiredOn: { date: reason.expiredOn } } : {}),
      });
    case 'not-past':
      return say({ start: { moment: reason.start }, now: { moment: reason.now } });
    case 'promised-window':
      return say({ promised: { range: { from: reason.from, to: reason.to } } });
    case 'duration-range':
      return say({
        kind: reason.kind,
        shortest: { duration: reason.shortest },
        longest: { duration: reason.longest },
        duration: { duration: reason.duration },
      });
    case 'location-open':
      return reason.why === 'closure' ? say({ name: reason.name }) : say(doors(reason), doorVariant(reason));
    case 'on-shift':
      return shiftPhrase(reason, say);
    case 'technician-free':
      return say({ technician: reason.technician.name, title: reason.title, to: { moment: reason.to } });
    case 'daily-maximum':
      return say({ technician: reason.technician.name, booked: reason.booked, maximum: reason.maximum });
    case 'travel-fits':
      return say({
        technician: reason.technician.name,
        ...(reason.why === 'from-previous' || reason.why === 'to-next' ? { title: reason.title } : {}),
        needed: { duration: reason.needed },
        available: { duration: reason.available },
      });
    case 'bay-open':
      return reason.why === 'closed'
        ? say({ bay: reason.bay.name, ...doors(reason) }, doorVariant(reason))
        : say({ bay: reason.bay.name, name: reason.name, to: { moment: reason.to } }, named(reason.name));
    case 'bay-free':
      return reason.why === 'turnover'
        ? say({
            bay: reason.bay.name,
            title: reason.title,
            turnover: { duration: reason.turnover },
            freeFrom: { moment: reason.freeFrom },
          })
        : say({ bay: reason.bay.name, title: reason.title, to: { moment: reason.to } });
    case 'service-open':
      return say({ rule: reason.name, priority: reason.priority });
    case 'capacity-limit':
      return say({ rule: reason.name, priority: reason.priority, booked: reason.booked, maximum: reason.maximum });
    case 'approval':
      return say({ rule: reason.name, priority: reason.priority });
    case 'reschedule-limit':
      return say({ title: reason.title, limit: reason.limit });
    case 'resource-open':
      return reason.why === 'closed'
        ? say({ resource: reason.resource.name, ...doors(reason) }, doorVariant(reason))
        : say({ resource: reason.resource.name, name: reason.name, to: { moment: reason.to } }, absentVariant(reason));
    case 'resource-free':
      return resourcePhrase(reason, say);
    case 'parts-there':
    case 'parts-wanted': {
      const counts = { part: reason.part, needed: reason.needed, available: reason.available };
      if (reason.arrivesAt === null) return say(counts);
      const variant = reason.toOrder === true ? '.order' : '.arrives';
      return say({ ...counts, at: { moment: reason.arrivesAt } }, variant);
    }
  }
}

/** For "Why not" lists: "no Engine skill", "off from 14:00". */
export function shortReason(reason: Reason): Phrase {
  return short(reasonPhrase(reason));
}

type Say = (params: Readonly<Record<string, Param>>, variant?: string) => Phrase;

function skillPhrase(reason: Extract<Reason, { rule: 'skills' }>, say: Say): Phrase {
  const who = { technician: reason.technician.name, skill: reason.skill };
  switch (reason.why) {
    case 'missing':
      return say({ ...who, needed: reason.needed });
    case 'too-low':
      return say({ ...who, needed: reason.needed, level: reason.level });
    case 'expired':
      return say({ ...who, expiredOn: { date: reason.expiredOn } });
  }
}

function resourcePhrase(reason: Extract<Reason, { rule: 'resource-free' }>, say: Say): Phrase {
  const resource = reason.resource.name;
  switch (reason.why) {
    case 'double-use':
      return say({ resource, title: reason.title, to: { moment: reason.to } });
    case 'too-few':
      return say({ resource, wanted: reason.wanted, free: reason.free, capacity: reason.capacity });
    case 'not-spared':
      return say({ resource, technician: reason.technician.name, capacity: reason.capacity });
  }
}

function shiftPhrase(reason: Extract<Reason, { rule: 'on-shift' }>, say: Say): Phrase {
  const technician = reason.technician.name;
  switch (reason.why) {
    case 'no-shift':
      return say({ technician, day: { day: reason.date } });
    case 'before-shift':
      return say({ technician, at: { moment: reason.shiftStart } });
    case 'after-shift':
      return say({ technician, at: { moment: reason.shiftEnd } });
    case 'break':
    case 'absence':
    case 'blackout':
      return say(
        { technician, name: reason.name, from: { moment: reason.from }, to: { moment: reason.to } },
        named(reason.name),
      );
  }
}

interface Doors {
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
}

function doors({ opensAt, closesAt }: Doors): Readonly<Record<string, Param>> {
  return {
    ...(opensAt === null ? {} : { opensAt: { moment: opensAt } }),
    ...(closesAt === null ? {} : { closesAt: { moment: closesAt } }),
  };
}

/** A sentence says only what is known: each case has a template of its own. */
function doorVariant({ opensAt, closesAt }: Doors): string {
  if (opensAt !== null && closesAt !== null) return '.both';
  if (closesAt !== null) return '.closes';
  return opensAt === null ? '' : '.opens';
}

/** A blackout always has its rule's name; an absence may have none. */
function absentVariant({ why, name }: { readonly why: string; readonly name: string }): string {
  return why === 'absence' ? named(name) : '';
}

function named(name: string): string {
  return name === '' ? '.unnamed' : '';
}
