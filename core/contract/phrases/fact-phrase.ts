import type { Fact } from '../../domain/board/fact.ts';
import { phrase, short, type Param, type Phrase } from './phrase.ts';

/** What speaks for or against a slot, as a sentence; `short(...)` of it is the chip. */
export function factPhrase(fact: Fact): Phrase {
  return phrase(`fact.${fact.fact}`, paramsOf(fact));
}

export function shortFact(fact: Fact): Phrase {
  return short(factPhrase(fact));
}

function paramsOf(fact: Fact): Readonly<Record<string, Param>> {
  switch (fact.fact) {
    case 'skill':
      return { skill: fact.skill, level: fact.level };
    case 'bay-capability':
      return { capability: fact.capability };
    case 'travel':
      return { extra: { duration: fact.extra } };
    case 'waits':
    case 'late':
      return { wait: { duration: fact.minutes } };
    case 'in-time':
      return { due: { moment: fact.due } };
    case 'under-target':
    case 'over-target':
      return { share: { share: fact.share } };
    case 'parts-here':
      return { parts: fact.parts };
    case 'parts-arrive':
    case 'parts-order':
      return { part: fact.part, at: { moment: fact.at } };
    case 'spare-capabilities':
      return { bay: fact.bay, spare: fact.spare };
    case 'from-wanted':
      return { distance: { duration: fact.minutes } };
    case 'others-move':
      return { appointments: fact.appointments };
    case 'cautions':
      return { cautions: fact.cautions };
    case 'needs-approval':
    case 'approved-by-rule':
      return { rule: fact.rule, priority: fact.priority };
    case 'next-unchanged':
      return { title: fact.title, start: { moment: fact.start } };
    case 'left-as-it-is':
    case 'no-travel':
    case 'preferred-technician':
    case 'not-preferred-technician':
      return {};
  }
}
