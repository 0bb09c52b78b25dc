import type { Trap } from '../views/health-view.ts';
import { phrase, type Param, type Phrase } from './phrase.ts';

/** A silent trap as a sentence that says what to do about it. */
export function trapPhrase(trap: Trap): Phrase {
  const key = trap.trap === 'rule-never-matches' ? `trap.${trap.trap}.${trap.why}` : `trap.${trap.trap}`;
  return phrase(key, paramsOf(trap));
}

function paramsOf(trap: Trap): Readonly<Record<string, Param>> {
  switch (trap.trap) {
    case 'technician-without-shift':
    case 'resource-without-hours':
      return { resource: trap.resource.name };
    case 'zero-duration':
      return { thing: trap.thing.name };
    case 'skill-nobody-holds':
      return { skill: trap.skill, level: trap.level };
    case 'capability-nobody-offers':
      return { capability: trap.capability };
    case 'part-without-stock':
      return { part: trap.part.name, location: trap.location.name };
    case 'service-fits-nothing':
      return { serviceType: trap.serviceType.name };
    case 'skill-expired':
      return { resource: trap.resource.name, skill: trap.skill, expiredOn: { date: trap.expiredOn } };
    case 'capability-expired':
      return { resource: trap.resource.name, capability: trap.capability, expiredOn: { date: trap.expiredOn } };
    case 'rule-never-matches':
      return { rule: trap.rule.name };
    case 'series-resource-gone':
      return { series: trap.series.name, resource: trap.resource.name };
  }
}
