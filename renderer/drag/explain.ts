import { factPhrase } from '../../core/contract/phrases/fact-phrase.ts';
import { reasonPhrase } from '../../core/contract/phrases/reason-phrase.ts';
import { factsFor } from '../../core/domain/board/facts-for.ts';
import type { LaneVerdict } from '../../core/domain/rules/lanes-verdict.ts';
import type { Drag } from '../state/drag-state.ts';
import type { Words } from '../words/words.ts';

export interface CardLine {
  readonly mark: 'good' | 'same' | 'caution' | 'block';
  readonly text: string;
}

/** The card at the pointer: whether it fits, in words, and what happens to the neighbours. */
export interface DragCard {
  readonly level: 'clear' | 'caution' | 'block' | 'none';
  readonly title: string;
  readonly lines: readonly CardLine[];
}

const MOST_LINES = 4;

/** A verdict in a few words, for who listens: the first reason stands for the others. */
export function verdictWords(words: Words, lane: LaneVerdict | undefined): string {
  if (lane === undefined) return words.ui('ui.drag.waiting');
  const { level, reasons } = lane.verdict;
  const first = reasons.find((one) => one.severity === level);
  if (level === 'clear' || first === undefined) return words.ui('ui.drag.clear');
  return words.ui(`ui.drag.${level}`, { reason: words.say(reasonPhrase(first.reason)) });
}

export function explain(words: Words, drag: Drag): DragCard {
  if (drag.laneId === null) return { level: 'none', title: words.ui('ui.drag.outside'), lines: [] };
  const lane = drag.verdicts.get(drag.laneId);
  if (lane === undefined || drag.facts === null)
    return { level: 'none', title: words.ui('ui.drag.waiting'), lines: [] };
  const { level, reasons } = lane.verdict;
  const { lanes } = drag.facts.index;
  const names = lane.claims.flatMap((claim) => lanes.get(claim.resourceId)?.facts.name ?? []);
  const own = lanes.get(drag.laneId)?.facts.name ?? '';
  const who = level === 'block' ? own : joined(words, names);
  const title = words.ui(level === 'clear' ? 'ui.drag.fits' : level === 'caution' ? 'ui.drag.partly' : 'ui.drag.not', {
    who,
  });
  const against = reasons
    .toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === 'block' ? -1 : 1))
    .map((one): CardLine => ({ mark: one.severity, text: words.say(reasonPhrase(one.reason)) }));
  if (level === 'block') return { level, title, lines: against.slice(0, MOST_LINES) };
  const placement = { start: drag.start, end: drag.end, claims: lane.claims };
  const speaking = factsFor(placement, drag.facts.needs, drag.facts.index).filter((one) => SHOWN.has(one.fact));
  const facts = speaking.map((one): CardLine => ({
    mark: one.fact === 'next-unchanged' ? 'same' : one.cost > 0 ? 'caution' : 'good',
    text: words.say(factPhrase(one)),
  }));
  return { level, title, lines: [...against, ...facts].slice(0, MOST_LINES) };
}

/** What a dispatcher wants to hear while moving; waiting time and balance are for the suggestions. */
const SHOWN: ReadonlySet<string> = new Set([
  'skill',
  'bay-capability',
  'travel',
  'late',
  'in-time',
  'preferred-technician',
  'not-preferred-technician',
  'over-target',
  'parts-here',
  'parts-arrive',
  'next-unchanged',
]);

function joined(words: Words, names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return words.ui('ui.board.bar.and', { first: names.slice(0, -1).join(', '), last });
}
