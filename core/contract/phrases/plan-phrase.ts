import type { LeftOutWork, PlanProof, PlanRemedy } from '../views/plan-view.ts';
import type { EarlyWarning, RepairFreedom } from '../views/repair-view.ts';
import { phrase, type Phrase } from './phrase.ts';
import { shortReason } from './reason-phrase.ts';

/** Why a plan leaves work out, in a few words. */
export function leftOutPhrase(because: LeftOutWork['because']): Phrase {
  return typeof because === 'string' ? phrase(`left-out.${because}`) : shortReason(because);
}

/** What would make it fit. */
export function remedyPhrase(remedy: PlanRemedy): Phrase {
  const key = `remedy.${remedy.remedy}`;
  switch (remedy.remedy) {
    case 'overtime':
      return phrase(key, {
        technician: remedy.technician.name,
        overtime: { duration: remedy.minutes },
        start: { moment: remedy.start },
      });
    case 'another-day':
    case 'outside-window':
      return phrase(key, { start: { moment: remedy.start } });
    case 'part':
      return phrase(key, { part: remedy.part, at: { moment: remedy.at } });
    case 'skill':
      return phrase(key, { skill: remedy.skill });
    case 'bay':
      return phrase(key, { capability: remedy.capability });
  }
}

/** How good a plan is, or why nobody knows. */
export function proofPhrase(proof: PlanProof): Phrase {
  switch (proof.status) {
    case 'optimal':
      return phrase('proof.optimal', { seconds: proof.seconds });
    case 'open': {
      // Rounded up: it says how much less there could be at most.
      const percent = Math.ceil(proof.gap * 1000) / 10;
      return phrase('proof.open', { percent, bound: proof.bound, seconds: proof.seconds });
    }
    case 'none':
      return phrase(`proof.none.${proof.why}`);
  }
}

/** How far a repair goes. */
export function freedomPhrase(freedom: RepairFreedom): Phrase {
  return phrase(`repair.${freedom}`);
}

export function warningPhrase(warning: EarlyWarning): Phrase {
  const key = `warning.${warning.warning}`;
  const work = { title: warning.title, start: { time: warning.start } };
  switch (warning.warning) {
    case 'previous-underway':
      return phrase(key, {
        ...work,
        previous: warning.previous.title,
        end: { time: warning.previous.expectedEnd },
      });
    case 'not-started':
      return phrase(key, work);
  }
}
