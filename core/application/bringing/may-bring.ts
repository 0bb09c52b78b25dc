import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { authorize } from '../authorize.ts';
import type { Scene } from '../use-case.ts';

/**
 * What only an exported row says, a number, a moment in the past, an approval, is for whoever may import: with any other
 * right it would be a way round approvals, limits and judgement.
 */
export function mayBring(scene: Scene, imported: object | undefined): Outcome<null, Refusal> {
  return imported === undefined ? accept(null) : authorize(scene.actor, 'administer');
}
