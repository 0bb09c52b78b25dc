import type { PartLine } from '../../../core/contract/views/details-view.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import type { Fact } from '../../../core/domain/board/fact.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import type { Tone } from '../../design/chip.tsx';

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
      return 'ok';
    case 'travel':
    case 'waits':
    case 'not-preferred-technician':
    case 'over-target':
    case 'parts-arrive':
    case 'cautions':
      return 'warn';
    case 'late':
      return 'bad';
    case 'spare-capabilities':
    case 'from-wanted':
    case 'next-unchanged':
      return 'plain';
  }
}

const MOST_CHIPS = 4;
/** What a dispatcher reads to the caller comes first; what merely fits comes last. */
const ORDER: readonly Fact['fact'][] = [
  'late',
  'preferred-technician',
  'skill',
  'travel',
  'waits',
  'parts-arrive',
  'not-preferred-technician',
  'over-target',
  'from-wanted',
  'no-travel',
  'in-time',
  'under-target',
  'parts-here',
  'bay-capability',
];

/** The few facts worth a chip. Small waits and distances say nothing. */
export function chipFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts
    .filter((fact) => ORDER.includes(fact.fact) && !(fact.fact === 'waits' && fact.minutes < 60))
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
