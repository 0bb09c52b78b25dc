import type { SkillLevel } from '../resources/resource.ts';
import type { Instant, Minutes } from '../time/instant.ts';

/**
 * What speaks for or against a good slot, in words and minutes: shown as chips on a suggestion and in the card at the
 * pointer. `cost` is its share of the score, in minutes; negative is a merit. Words: catalogue key `fact.<fact>`.
 */
export type Fact = { readonly cost: number } & (
  | { readonly fact: 'skill'; readonly skill: string; readonly level: SkillLevel }
  | { readonly fact: 'bay-capability'; readonly capability: string }
  | { readonly fact: 'no-travel' }
  | { readonly fact: 'travel'; readonly extra: Minutes }
  | { readonly fact: 'waits'; readonly minutes: Minutes }
  | { readonly fact: 'late'; readonly minutes: Minutes }
  | { readonly fact: 'in-time'; readonly due: Instant }
  | { readonly fact: 'preferred-technician' }
  | { readonly fact: 'not-preferred-technician' }
  | { readonly fact: 'under-target'; readonly share: number }
  | { readonly fact: 'over-target'; readonly share: number }
  | { readonly fact: 'parts-here'; readonly parts: number }
  | { readonly fact: 'parts-arrive'; readonly part: string; readonly at: Instant }
  /** Has to be ordered now, and is then there by that moment. */
  | { readonly fact: 'parts-order'; readonly part: string; readonly at: Instant }
  | { readonly fact: 'spare-capabilities'; readonly bay: string; readonly spare: number }
  | { readonly fact: 'from-wanted'; readonly minutes: Minutes }
  /** So many have to start at another time first, within what they were promised. */
  | { readonly fact: 'others-move'; readonly appointments: number }
  | { readonly fact: 'cautions'; readonly cautions: number }
  /** By the schedule rule of that name. */
  | { readonly fact: 'needs-approval'; readonly rule: string; readonly priority: number }
  | { readonly fact: 'approved-by-rule'; readonly rule: string; readonly priority: number }
  | { readonly fact: 'next-unchanged'; readonly title: string; readonly start: Instant }
  /** Of an undo: the host had gone on with it, so nothing was taken back. */
  | { readonly fact: 'left-as-it-is' }
);
