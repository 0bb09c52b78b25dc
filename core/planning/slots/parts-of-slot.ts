import type { Fact } from '../../domain/board/fact.ts';
import type { PartNeed, PartsAvailability } from '../../domain/parts/part.ts';
import type { JudgedReason } from '../../domain/rules/reason.ts';

/** The parts of work at a slot in one word, the worst of them; the facts and cautions name each. */
export function partsOfSlot(
  parts: readonly PartNeed[],
  facts: readonly Fact[],
  cautions: readonly JudgedReason[],
): PartsAvailability {
  if (parts.length === 0) return 'none-needed';
  if (cautions.some(({ reason }) => reason.rule === 'parts-there' || reason.rule === 'parts-wanted')) return 'short';
  if (facts.some(({ fact }) => fact === 'parts-order')) return 'to-order';
  return facts.some(({ fact }) => fact === 'parts-arrive') ? 'coming' : 'here';
}
