import { shortFact } from '../../../core/contract/phrases/fact-phrase.ts';
import type { PartLine } from '../../../core/contract/views/details-view.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import type { Fact } from '../../../core/domain/board/fact.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import type { Tone } from '../../design/chip.tsx';
import type { Words } from '../../words/words.ts';

/** Merits are green, what costs is amber; what is merely so stays plain. */
export function factTone(fact: Fact): Tone {
  switch (fact.fact) {
    case 'skill':
    case 'bay-capability':
    case 'no-travel':
    case 'in-time':
    case 'preferred-technician':
    case 'under-target':
    case 'parts-here':
    case 'approved-by-rule':
      return 'ok';
    case 'travel':
    case 'waits':
    case 'not-preferred-technician':
    case 'over-target':
    case 'parts-arrive':
    case 'parts-order':
    case 'others-move':
    case 'cautions':
    case 'needs-approval':
      return 'warn';
    case 'late':
      return 'bad';
    case 'spare-capabilities':
    case 'from-wanted':
    case 'next-unchanged':
    case 'left-as-it-is':
      return 'plain';
  }
}

/** The words of a chip; long waits are told in hours and days. */
export function factWords(words: Words, fact: Fact): string {
  if ((fact.fact === 'waits' || fact.fact === 'late') && fact.minutes >= DAY)
    return words.ui(`ui.slots.${fact.fact}.days`, { days: Math.round(fact.minutes / DAY) });
  if (fact.fact === 'waits' && fact.minutes >= ROUGH)
    return words.say(shortFact({ ...fact, minutes: minutes(Math.round(fact.minutes / 60) * 60) }));
  return words.say(shortFact(fact));
}

const DAY = 24 * 60;
/** From here on nobody counts the minutes of a wait. */
const ROUGH = 3 * 60;
const MOST_CHIPS = 4;
/** What a dispatcher reads to the caller comes first; what merely fits comes last. */
const ORDER: readonly Fact['fact'][] = [
  'late',
  'others-move',
  'preferred-technician',
  'skill',
  'travel',
  'waits',
  'parts-arrive',
  'parts-order',
  'not-preferred-technician',
  'over-target',
  'from-wanted',
  'no-travel',
  'in-time',
  'under-target',
  'parts-here',
  'bay-capability',
];

/** The few facts worth a chip. Small waits say nothing, nor does a wait beside a broken promise or for who has a date. */
export function chipFacts(facts: readonly Fact[], moving = false): readonly Fact[] {
  const isLate = facts.some((fact) => fact.fact === 'late');
  const isIdle = (fact: Fact): boolean => fact.fact === 'waits' && (isLate || moving || fact.minutes < 60);
  return facts
    .filter((fact) => ORDER.includes(fact.fact) && !isIdle(fact))
    .toSorted((a, b) => ORDER.indexOf(a.fact) - ORDER.indexOf(b.fact))
    .slice(0, MOST_CHIPS);
}

/** The claims a suggestion stands for: its technician leads, its bay is the bay. */
export function claimsOf(slot: Pick<SuggestionView, 'technician' | 'bay'>): readonly Claim[] {
  return [
    ...(slot.technician === null ? [] : [{ resourceId: slot.technician.id, role: 'lead', units: 1 } as const]),
    ...(slot.bay === null ? [] : [{ resourceId: slot.bay.id, role: 'bay', units: 1 } as const]),
  ];
}

/** The claims after a move: lead and bay from the new place, everybody else stays. */
export function movedClaims(
  claims: readonly Claim[],
  slot: Pick<SuggestionView, 'technician' | 'bay'>,
): readonly Claim[] {
  const fresh = claimsOf(slot);
  const taken = new Set(fresh.map((claim) => claim.resourceId));
  const others = claims.filter(
    (claim) => claim.role !== 'lead' && claim.role !== 'bay' && !taken.has(claim.resourceId),
  );
  return [...fresh, ...others];
}

export function partTone(part: PartLine): Tone {
  if (part.inStock >= part.quantity) return 'ok';
  return part.arrivesAt === null ? 'bad' : 'warn';
}
