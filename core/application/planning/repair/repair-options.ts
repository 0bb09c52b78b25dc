import { accept } from '../../../kernel/outcome.ts';
import type { AffectedVisit, RepairOption } from '../../../contract/views/repair-view.ts';
import { minutes, MINUTE } from '../../../domain/time/instant.ts';
import { derivedId } from '../../derived-id.ts';
import type { Planners } from '../../ports/planners.ts';
import type { Reader } from '../../ports/store.ts';
import type { RowMemory } from '../../queries/memory/row-memory.ts';
import type { Answerer, Scene } from '../../use-case.ts';
import { brokenBy, loadLineNames, placedLine, titleOf, touchedPromises, type LineNames } from '../lines.ts';
import type { PlannedWork } from '../plan-request.ts';
import { backToTray } from './back-to-tray.ts';
import { gapFilled } from './fill-gap.ts';
import { othersMove } from './others-move.ts';
import { isFarther, smallestChange, STEP_BY_STEP, type Solved } from './smallest.ts';
import { loadTrouble, type Trouble } from './trouble.ts';

const SAME_TIME = ['same-start'] as const;

/**
 * Ways out of a trouble, smallest change first. Whatever the trouble does not touch stays where it is, as long as there is
 * a way; only then others give way, and last the tray takes what is left.
 */
export function repairOptions(memory: RowMemory, planners: Planners): Answerer<'repairOptions'> {
  return async (reader, { trouble: named }, scene) => {
    const { read, sequence } = await memory.at(reader);
    const trouble = await loadTrouble(read, scene, named);
    if (!trouble.ok) return trouble;
    const solved = await waysOut(read, scene, planners, trouble.value);
    const works = [
      ...trouble.value.affected,
      ...trouble.value.instead,
      ...solved.flatMap(({ proposals }) => proposals.map(({ planned }) => planned)),
    ];
    const names = await loadLineNames(read, works);
    const options = solved.map((one) => optionOf(one, names)).toSorted(bySize);
    return accept({
      id: derivedId(scene, 'plan', 'repair', JSON.stringify(named), sequence),
      asOf: scene.now,
      sequence,
      affected: trouble.value.affected.map((one) => affectedVisit(one, names)),
      options: distinct(options),
    });
  };
}

async function waysOut(read: Reader, scene: Scene, planners: Planners, trouble: Trouble): Promise<readonly Solved[]> {
  const { context, affected, instead, gap } = trouble;
  if (affected.length === 0 && instead.length === 0 && gap === null) return [];
  const ways: Solved[] = [];
  const byStep = affected.length === 0 ? null : await smallestChange(context, affected, STEP_BY_STEP);
  if (byStep !== null) {
    if (byStep.missing.length === 0) ways.push(byStep);
    const sameTime = await smallestChange(context, affected, SAME_TIME);
    if (sameTime.missing.length === 0 && affected.some(({ work }) => work.stands !== null)) ways.push(sameTime);
  }
  for (const other of instead) {
    const one = await smallestChange(context, [other], STEP_BY_STEP);
    if (one.missing.length === 0) ways.push(one);
  }
  if (byStep !== null && (ways.length === 0 || waits(byStep) || breaks(byStep))) {
    const wider = await othersMove(read, scene, planners, trouble);
    if (wider !== null && (ways.length === 0 || isSooner(wider, byStep, affected) || !breaks(wider))) ways.push(wider);
  }
  ways.push(...(await gapFilled(read, scene, trouble)));
  const tray = byStep === null ? null : backToTray(byStep, affected);
  return tray === null ? ways : [...ways, tray];
}

/** Work from the tray that has to wait for its place: others may give way for it. */
function waits({ proposals }: Solved): boolean {
  return proposals.some(({ planned }) => planned.appointment === null);
}

/** True when it goes past what was promised. */
function breaks({ proposals }: Solved): boolean {
  return proposals.some((one) => brokenBy(one).length > 0);
}

function isSooner(wider: Solved, byStep: Solved, affected: readonly PlannedWork[]): boolean {
  const own = new Set(affected.map(({ work }) => work.id));
  const sum = ({ proposals }: Solved): number =>
    proposals.reduce((all, one) => all + (own.has(one.planned.work.id) ? (one.placement?.start ?? 0) : 0), 0);
  return sum(wider) < sum(byStep);
}

function optionOf({ freedom, proposals }: Solved, names: LineNames): RepairOption {
  const moved = proposals.reduce((sum, { planned, placement }) => {
    const { stands } = planned.work;
    return stands === null || placement === null ? sum : sum + Math.abs(placement.start - stands.start) / MINUTE;
  }, 0);
  return {
    freedom,
    lines: proposals.map((one) => placedLine(one, names)),
    promises: touchedPromises(proposals, names),
    movedBy: minutes(Math.round(moved)),
  };
}

function bySize(a: RepairOption, b: RepairOption): number {
  if (a.freedom !== b.freedom) return isFarther(a.freedom, b.freedom) ? 1 : -1;
  return a.lines.length - b.lines.length || a.movedBy - b.movedBy;
}

/** Two ways that do the same are one. */
function distinct(options: readonly RepairOption[]): readonly RepairOption[] {
  const seen = new Set<string>();
  return options.filter(({ lines }) => {
    const key = JSON.stringify(lines.map(({ line }) => line));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function affectedVisit(planned: PlannedWork, names: LineNames): AffectedVisit {
  const { appointment } = planned;
  return {
    appointmentId: appointment?.id ?? null,
    title: titleOf(planned),
    customer: names.customer(planned)?.name ?? null,
    start: appointment?.start ?? null,
    end: appointment?.end ?? null,
  };
}
