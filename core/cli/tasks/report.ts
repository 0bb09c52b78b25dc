import type { Reply } from '../../contract/refusal.ts';
import { REPORT_NAMES, REPORTS } from '../../contract/reports.ts';
import type { SetupView } from '../../contract/views/setup-view.ts';
import { addDays, localDate, type LocalDate } from '../../domain/time/local-date.ts';
import type { ExitCode } from '../exit-codes.ts';
import { show, table } from '../show.ts';
import type { Task } from '../task.ts';
import { byName } from '../transfer/look-ups.ts';
import type { TaskTools } from './tools.ts';

const DAYS = 30;

/** One report over local days; without a name, all there are. */
export async function report(
  { target, tell }: TaskTools,
  task: Extract<Task, { readonly task: 'report' }>,
): Promise<ExitCode> {
  const { name } = task;
  if (name === undefined) return tell.reply({ ok: true, value: REPORTS }, () => allReports());
  const setup = (await target.call('query', 'setup', {})) as Reply<SetupView>;
  if (!setup.ok) return tell.reply(setup);
  const location = task.location === undefined ? null : byName(setup.value.locations, task.location);
  if (location === undefined) return tell.refused(`There is no location called ${task.location ?? ''}.`);
  const to = task.to ?? today(setup.value);
  const from = task.from ?? addDays(to, -DAYS);
  const input = { name, locationId: location?.id ?? null, from, to };
  return tell.reply(
    await target.call('query', 'report', input),
    (value) => `${REPORTS[name].definition}\n\n${show(value)}`,
  );
}

/** Reports are over days of the past; whose midnight it is matters little for a default. */
function today({ now }: SetupView): LocalDate {
  return localDate(new Date(now).toISOString().slice(0, 10));
}

function allReports(): string {
  return table(REPORT_NAMES.map((name) => ({ report: name, definition: REPORTS[name].definition }))).join('\n');
}
