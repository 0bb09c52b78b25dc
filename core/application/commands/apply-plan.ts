import { refuse, type Outcome } from '../../kernel/outcome.ts';
import type { LeftLine } from '../../contract/envelope.ts';
import type { PlanLine } from '../../contract/fields/plan-line.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { JudgedReason } from '../../domain/rules/reason.ts';
import { tryLines, type UnfitLine } from '../planning/apply-lines.ts';
import { linesLeft } from '../planning/lines-left.ts';
import { decide } from '../refusals.ts';
import type { Decision, UseCase } from '../use-case.ts';

/**
 * All lines are one step: one entry in the log, one undo. They are judged by the rulebook on the store as it is now. A
 * line that no longer fits refuses all, or is left as it is and named, together with what would only fit in its wake.
 */
export const applyPlan: UseCase<'applyPlan'> = async (tx, args, plainly) => {
  const scene = { ...plainly, overtime: args.overtime };
  let lines = args.lines.map((line, index) => ({ index, line }));
  const left: UnfitLine[] = [];
  for (;;) {
    const { done, unfit } = await tryLines(tx, scene, args.planId, lines);
    if (unfit.length === 0) return together(done, args.skipUnfit ? withUnchanged(args.lines, done, left) : []);
    if (!args.skipUnfit) return refuse(refusalOf(unfit.toSorted(byLine)));
    left.push(...unfit);
    const gone = new Set(unfit.map((one) => one.line));
    lines = lines.filter(({ index }) => !gone.has(index));
    if (lines.length === 0) return refuse(refusalOf(left.toSorted(byLine)));
  }
};

/** With the lines that had nothing to change. */
function withUnchanged(
  lines: readonly PlanLine[],
  done: readonly Decision[],
  left: readonly UnfitLine[],
): readonly LeftLine[] {
  const ops = done.flatMap((one) => one.ops);
  const unfit = new Set(left.map(({ line }) => line));
  return [...left, ...linesLeft(lines, ops).filter(({ line }) => !unfit.has(line))].toSorted((a, b) => a.line - b.line);
}

function together(done: readonly Decision[], left: readonly LeftLine[]): Outcome<Decision, Refusal> {
  return decide(
    subjectOf(done),
    done.flatMap((one) => one.ops),
    {
      overrode: done.flatMap((one) => one.overrode ?? []),
      domainEvents: done.flatMap((one) => one.domainEvents ?? []),
      left,
    },
  );
}

function byLine(a: UnfitLine, b: UnfitLine): number {
  return a.line - b.line;
}

/** "Replace thermostat", or "Replace thermostat +4". */
function subjectOf(done: readonly Decision[]): string {
  const [first] = done;
  if (first === undefined) return '';
  return done.length === 1 ? first.subject : `${first.subject} +${done.length - 1}`;
}

/** Where only cautions are in the way, a person may go on; otherwise each line says why not. */
function refusalOf(unfit: readonly UnfitLine[]): Refusal {
  const reasons: JudgedReason[] = [];
  for (const { because } of unfit) {
    if (because.kind !== 'needs-override') return { kind: 'plan-unfit', lines: unfit };
    reasons.push(...because.reasons);
  }
  return { kind: 'needs-override', reasons };
}
