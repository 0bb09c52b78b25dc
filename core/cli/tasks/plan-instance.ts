import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Voice } from '../answer.ts';
import type { ExitCode } from '../exit-codes.ts';
import { budgetOf } from '../instance/cpu-budget.ts';
import { misfitOfFault } from '../instance/fault-words.ts';
import type { InstanceFile, PlanFile } from '../instance/instance-form.ts';
import type { InstancePlan, NotProvable } from '../instance/instance-planner.ts';
import { readInstance, readPlan, wrong } from '../instance/read-instance.ts';
import { show } from '../show.ts';
import type { Surroundings } from '../target.ts';
import type { Task } from '../task.ts';

type Around = Pick<Surroundings, 'read' | 'replace' | 'planner'>;

/** Plans an instance file within a budget and writes the plan; the answer says what it is worth. */
export async function planInstance(
  around: Around,
  tell: Voice,
  task: Extract<Task, { readonly task: 'plan-instance' }>,
): Promise<ExitCode> {
  const instance = await instanceIn(around, task.instance);
  if (!instance.ok) return tell.refused(instance.refusal);
  const { used, spent } = budgetOf(task);
  const found = around.planner.plan(instance.value, { seed: task.seed, used });
  const seconds = Math.round(spent() * 1000) / 1000;
  const proved = task.prove === undefined ? undefined : await around.planner.prove(instance.value, found, task.prove);
  const { plan, proof } =
    typeof proved === 'string' ? unproved(found, proved) : (proved ?? { plan: found, proof: undefined });
  const { assignments, ...rest } = plan;
  const about = { ...rest, seconds, ...(proof === undefined ? {} : { proof }) };
  if (task.out === undefined) return tell.reply({ ok: true, value: { ...about, assignments } }, show);
  const text = `${JSON.stringify({ assignments })}\n`;
  // Over a plan that is there already, never over anything else.
  const written = await around.replace(task.out, text, (old) => /^\s*\{\s*"assignments"/.test(old));
  if (!written.ok) return tell.refused(written.refusal);
  return tell.reply({ ok: true, value: { file: task.out, placed: assignments.length, ...about } }, show);
}

/** The plan stands all the same. */
function unproved(plan: InstancePlan, why: NotProvable) {
  return { plan, proof: { status: 'none', why: NOT_PROVABLE[why] } };
}

const NOT_PROVABLE: Readonly<Record<NotProvable, string>> = {
  'too-many-jobs': 'there are more than 25 jobs',
  'work-without-bay': 'some jobs need no bay',
  'several-sites': 'the bays lie at several places',
  crews: 'some jobs need several technicians',
  order: 'some jobs follow others',
};

/** The best slots for one job of an instance beside a plan. */
export async function suggestInInstance(
  around: Around,
  tell: Voice,
  task: Extract<Task, { readonly task: 'suggest-in-instance' }>,
): Promise<ExitCode> {
  const instance = await instanceIn(around, task.instance);
  if (!instance.ok) return tell.refused(instance.refusal);
  const plan = await planIn(around, task.plan, instance.value);
  if (!plan.ok) return tell.refused(plan.refusal);
  const jobs = instance.value.jobs.length;
  if (task.job >= jobs) return tell.refused(`--job must be one of the ${jobs} jobs of ${task.instance}.`);
  const slots = around.planner.slots(instance.value, plan.value.assignments, task.job, task.top);
  return tell.reply({ ok: true, value: { job: task.job, ...slots } }, show);
}

async function instanceIn(around: Around, file: string): Promise<Outcome<InstanceFile, string>> {
  const text = await around.read(file);
  if (!text.ok) return text;
  const read = readInstance(file, text.value);
  if (!read.ok) return read;
  // What is fixed has to keep the rules by itself: nothing that is planned around it could mend it.
  const [fault] = around.planner.faults({ ...read.value, fixed: [] }, read.value.fixed);
  return fault === undefined ? read : refuse(wrong(file, misfitOfFault('fixed', fault)));
}

async function planIn(
  around: Around,
  file: string | undefined,
  instance: InstanceFile,
): Promise<Outcome<PlanFile, string>> {
  if (file === undefined) return accept({ assignments: instance.fixed });
  const text = await around.read(file);
  if (!text.ok) return text;
  const read = readPlan(file, text.value, instance);
  if (!read.ok) return read;
  const [fault] = around.planner.faults(instance, read.value.assignments);
  return fault === undefined ? read : refuse(wrong(file, misfitOfFault('assignments', fault)));
}
