import type { LanewayEvent } from '../../contract/events.ts';
import type { Receipt } from '../../contract/envelope.ts';
import { leftOutPhrase, proofPhrase, remedyPhrase } from '../../contract/phrases/plan-phrase.ts';
import { phrase, type Phrase } from '../../contract/phrases/phrase.ts';
import type { Reply } from '../../contract/refusal.ts';
import type { PlacedLine, PlanView, StandingPlace } from '../../contract/views/plan-view.ts';
import type { SetupView } from '../../contract/views/setup-view.ts';
import type { PlanBoardTask } from '../board-words.ts';
import type { ExitCode } from '../exit-codes.ts';
import { table } from '../show.ts';
import { byName } from '../transfer/look-ups.ts';
import type { TaskTools } from './tools.ts';

/** Plans days of a location, shows the plan, and applies it where that is asked for: one step, one undo. */
export async function planBoard({ target, tell, around }: TaskTools, task: PlanBoardTask): Promise<ExitCode> {
  const setup = (await target.call('query', 'setup', {})) as Reply<SetupView>;
  if (!setup.ok) return tell.reply(setup);
  const location = byName(setup.value.locations, task.location);
  if (location === undefined)
    return tell.refused(
      task.location === ''
        ? 'Name one of the locations with --location.'
        : `There is no location called ${task.location}.`,
    );
  const runId = around.newId();
  const input = {
    locationId: location.id,
    date: task.date,
    days: task.days,
    mayMove: task.mayMove,
    overtime: task.overtime,
    seconds: task.seconds,
    seed: task.seed,
    rounds: task.rounds ?? null,
    prove: task.prove,
  };
  const stop = target.subscribe(progressOn(runId, (words) => around.say(words)));
  const reply = (await target.call('run', 'planRange', { runId, input })) as Reply<PlanView>;
  stop();
  if (!reply.ok) return tell.reply(reply);
  const view = reply.value;
  const words: Words = (phrase) => around.words(phrase, location.zone);
  if (!task.apply || view.placements.length === 0) return tell.reply(reply, () => planText(view, words));
  const args = { planId: view.id, lines: view.placements.map(({ line }) => line), overtime: task.overtime };
  const sent = { id: around.newId(), args, acceptCautions: task.acceptCautions };
  const applied = (await target.call('command', 'applyPlan', sent)) as Reply<Receipt>;
  if (!applied.ok) return tell.reply(applied);
  const value = { plan: view, applied: applied.value };
  return tell.reply(
    { ok: true, value },
    () => `${planText(view, words)}\n\nApplied: ${lines(view.placements.length)}.`,
  );
}

/** A line now and then while it searches. */
function progressOn(runId: string, say: (words: string) => void): (event: LanewayEvent) => void {
  let shown = -1;
  return (event) => {
    if (event.event !== 'runProgressed' || event.runId !== runId) return;
    if (event.detail?.proving === true) return say(`Proving a plan of ${event.detail.score}`);
    const tenths = Math.floor((event.done / Math.max(1, event.total)) * 10);
    if (tenths === shown) return;
    shown = tenths;
    const { detail } = event;
    const found = detail === undefined ? '' : `, ${detail.placed} placed, ${detail.leftOut} left out`;
    say(`Planning: ${tenths * 10} %${found}`);
  };
}

type Words = (phrase: Phrase) => string;

function planText(view: PlanView, words: Words): string {
  const { score, placements, leftOut, promises, searches, rounds, proof } = view;
  const parts = [
    `Score ${score.before} before, ${score.after} after; ${placements.length} placed, ${leftOut.length} left out; ${rounds} rounds, best of ${searches}.`,
  ];
  if (proof !== null) parts.push(words(proofPhrase(proof)));
  if (placements.length > 0) parts.push(table(placements.map((one) => row(one, words))).join('\n'));
  if (leftOut.length > 0) {
    const rows = leftOut.map((one) => ({
      'left out': one.title,
      number: one.number,
      because: words(leftOutPhrase(one.because)),
      'would fit': one.wouldFit.map((remedy) => words(remedyPhrase(remedy))).join('; ') || null,
    }));
    parts.push(table(rows).join('\n'));
  }
  if (promises.length > 0) {
    const rows = promises.map(({ customer, phone, title, from, to }) => ({
      call: customer,
      phone,
      about: title,
      from: timeWords(from, words),
      to: timeWords(to, words),
      technician: to?.technician?.name ?? null,
    }));
    parts.push(table(rows).join('\n'));
  }
  return parts.join('\n\n');
}

/** In the clock of the location, as its plan is. */
function timeWords(place: StandingPlace | null, words: Words, of: 'start' | 'end' = 'start'): string | null {
  return place === null ? null : words(phrase('time.at', { at: { moment: place[of] } }));
}

function row({ title, number, customer, to, from }: PlacedLine, words: Words): Readonly<Record<string, unknown>> {
  return {
    start: timeWords(to, words),
    end: timeWords(to, words, 'end'),
    technician: to?.technician?.name ?? null,
    bay: to?.bay?.name ?? null,
    number,
    work: title,
    customer,
    'moved from': timeWords(from, words),
  };
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}
