import { accept } from '../kernel/outcome.ts';
import type { LanewayEvent } from '../contract/events.ts';
import type { Reply } from '../contract/refusal.ts';
import type { BackupView, VerifyReport } from '../contract/views/setup-view.ts';
import { voice, type Voice } from './answer.ts';
import { describeContract } from './describe-contract.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { show, table } from './show.ts';
import type { RebuiltView, Surroundings, Target } from './target.ts';
import { readTask, wantsJson, type Request, type Task } from './task.ts';
import { listAlerts, sendAlerts } from './tasks/alerts.ts';
import { exportFile } from './tasks/export-file.ts';
import { health } from './tasks/health.ts';
import { importFile } from './tasks/import-file.ts';
import { planInstance, suggestInInstance } from './tasks/plan-instance.ts';
import { planBoard } from './tasks/plan-board.ts';
import { report } from './tasks/report.ts';
import { setupResources } from './tasks/setup-resources.ts';
import { suggestWork } from './tasks/suggest-work.ts';
import type { TaskTools } from './tasks/tools.ts';
import { USAGE } from './usage.ts';

/** Does what the words ask, and answers with the exit code. Whatever happens, a person reads sentences. */
export async function runCli(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const tell = voice(around, wantsJson(argv));
  const request = readTask(argv);
  if (!request.ok) return tell.misunderstood(request.refusal);
  const { task, data } = request.value;
  switch (task.task) {
    case 'help':
      around.out(USAGE);
      return EXIT.ok;
    case 'contract':
      return contract(task.name, tell);
    case 'restore': {
      const restored = await around.restore(task.file, task.newPath);
      if (!restored.ok) return tell.refused(restored.refusal);
      return tell.reply({ ok: true, value: restored.value }, () => `Restored and checked: ${restored.value.path}`);
    }
    case 'sample': {
      const made = await around.sample(data, task, progressOn(around));
      if (made.ok) return tell.reply(made, () => `The sample organization is there: ${made.value.commands} commands.`);
      return typeof made.refusal === 'string' ? tell.refused(made.refusal) : tell.cannotOpen(made.refusal);
    }
    case 'plan-instance':
      return planInstance(around, tell, task);
    case 'suggest-in-instance':
      return suggestInInstance(around, tell, task);
    case 'rebuild': {
      const made = await around.rebuild(data, task.newPath, progressOn(around));
      if (!made.ok) return tell.refused(made.refusal);
      const code = tell.reply({ ok: true, value: made.value }, () => rebuiltText(made.value));
      return made.value.report.ok ? code : EXIT.refused;
    }
    case 'query':
    case 'command':
    case 'backup':
    case 'verify': {
      const input = await inputOf(task, around);
      if (typeof input === 'string') return tell.misunderstood(input);
      return onTarget(request.value, around, tell, (target) => call(task, input.value, target, tell, around));
    }
    case 'health':
    case 'alerts':
    case 'report':
    case 'plan-board':
    case 'suggest-work':
    case 'export':
      return onTarget(request.value, around, tell, (target) => ask(task, { target, tell, around }));
    case 'send-alerts':
    case 'import':
    case 'setup-scheduling-resources': {
      const text = task.file === undefined ? accept(undefined) : await around.read(task.file);
      if (!text.ok) return tell.refused(text.refusal);
      return onTarget(request.value, around, tell, (target) => feed(task, text.value, { target, tell, around }));
    }
  }
}

async function onTarget(
  { data, who }: Request,
  around: Surroundings,
  tell: Voice,
  work: (target: Target) => Promise<ExitCode>,
): Promise<ExitCode> {
  const target = await around.open(data, who);
  if (!target.ok) return tell.cannotOpen(target.refusal);
  try {
    return await work(target.value);
  } finally {
    await target.value.close();
  }
}

type AskTask = Extract<
  Task,
  { readonly task: 'health' | 'alerts' | 'report' | 'plan-board' | 'suggest-work' | 'export' }
>;
type FeedTask = Extract<Task, { readonly task: 'send-alerts' | 'import' | 'setup-scheduling-resources' }>;

function ask(task: AskTask, tools: TaskTools): Promise<ExitCode> {
  switch (task.task) {
    case 'health':
      return health(tools);
    case 'alerts':
      return listAlerts(tools);
    case 'report':
      return report(tools, task);
    case 'plan-board':
      return planBoard(tools, task);
    case 'suggest-work':
      return suggestWork(tools, task);
    case 'export':
      return exportFile(tools, task.file, task.kind);
  }
}

function feed(task: FeedTask, text: string | undefined, tools: TaskTools): Promise<ExitCode> {
  switch (task.task) {
    case 'send-alerts':
      return sendAlerts(tools, text ?? '');
    case 'import':
      return importFile(tools, task, text ?? '');
    case 'setup-scheduling-resources':
      return setupResources(tools, text);
  }
}

function rebuiltText({ path, commands, differences, report: found }: RebuiltView): string {
  const lines = differences.map(({ entity, rows }) =>
    rows === null
      ? `${entity}: could not be read in the old file`
      : `${entity}: ${rows} rows were not what the log says`,
  );
  const checked = found.ok ? 'and checked' : 'but the checks found something wrong in it';
  return [...lines, `Rebuilt from ${commands} commands ${checked}: ${path}`].join('\n');
}

type CallTask = Extract<Task, { readonly task: 'query' | 'command' | 'backup' | 'verify' }>;

async function call(
  task: CallTask,
  input: unknown,
  target: Target,
  tell: Voice,
  around: Surroundings,
): Promise<ExitCode> {
  switch (task.task) {
    case 'query':
    case 'command':
      return tell.reply(await target.call(task.task, task.name, input));
    case 'backup': {
      const stop = target.subscribe(sayProgress(input, around));
      const reply = await target.call('run', 'backup', input).finally(stop);
      return tell.reply(reply, (value) => {
        const { file, bytes } = value as BackupView;
        return `Backed up and checked: ${file} (${Math.ceil(bytes / 1024)} KiB)`;
      });
    }
    case 'verify': {
      const reply = (await target.call('query', 'verify', {})) as Reply<VerifyReport>;
      const code = tell.reply(reply, () => (reply.ok ? reportText(reply.value) : ''));
      return reply.ok && !reply.value.ok ? EXIT.refused : code;
    }
  }
}

function reportText(report: VerifyReport): string {
  const rows = report.checks.map((check) => ({ check: check.name, good: check.ok, found: check.found }));
  return [...table(rows), report.ok ? 'Everything is in order.' : 'Something is wrong. Restore a backup.'].join('\n');
}

/** The call's input from the words: JSON read, an id and flags added; a text says what was not understood. */
async function inputOf(task: CallTask, around: Surroundings): Promise<{ readonly value: unknown } | string> {
  if (task.task === 'verify') return { value: {} };
  if (task.task === 'backup') return { value: { runId: around.newId(), input: {} } };
  const text = task.json === '-' ? await around.stdin() : task.json;
  const value = parsed(text);
  if (value === undefined) return `This is not JSON: ${text.slice(0, 80)}`;
  if (task.task === 'query') return { value };
  const envelope = isEnvelope(value) ? value : { id: around.newId(), args: value };
  return {
    value: {
      ...envelope,
      ...(task.why === undefined ? {} : { why: task.why }),
      ...(task.acceptCautions ? { acceptCautions: true } : {}),
    },
  };
}

const ENVELOPE: readonly string[] = ['id', 'args', 'why', 'acceptCautions'];

/** No command has an argument called `args`, so an object with one is the whole envelope. */
function isEnvelope(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return 'args' in value && Object.keys(value).every((key) => ENVELOPE.includes(key));
}

function contract(name: string | undefined, tell: Voice): ExitCode {
  const all = describeContract();
  const chosen = name === undefined ? all : all.filter((line) => line.name === name);
  if (chosen.length === 0) return tell.refused(`Nothing is called ${name ?? ''}. See: laneway contract`);
  if (name !== undefined) return tell.reply({ ok: true, value: chosen }, () => chosen.map(inFull).join('\n\n'));
  const rows = all.map(({ kind, permission, summary, ...line }) => ({ kind, name: line.name, permission, summary }));
  return tell.reply({ ok: true, value: all }, () => rows.map(brief).join('\n'));
}

function brief(row: { readonly kind: string; readonly name: string; readonly summary: string }): string {
  return `${row.kind.padEnd(7)}  ${row.name.padEnd(22)}  ${row.summary}`;
}

function inFull(line: { readonly kind: string; readonly name: string; readonly summary: string }): string {
  return show(line);
}

/** Says how far the run is that `input` started; other runs of the same host are no business of this call. */
function sayProgress(input: unknown, around: Surroundings): (event: LanewayEvent) => void {
  const runId = typeof input === 'object' && input !== null && 'runId' in input ? input.runId : undefined;
  const progress = progressOn(around, (done, total) => `Copied: ${Math.floor((done / total) * 100)} %`);
  return (event) => {
    if (event.event === 'runProgressed' && event.runId === runId) progress(event.done, event.total);
  };
}

/** A line for each tenth of long work; short work is done before anybody wonders. */
function progressOn(
  around: Surroundings,
  words = (done: number, total: number): string => `${done} of ${total}`,
): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const tenths = Math.floor((done / Math.max(1, total)) * 10);
    if (tenths === shown || total < 1000) return;
    shown = tenths;
    around.say(words(done, total));
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
