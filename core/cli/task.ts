import { parseArgs } from 'node:util';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { asId, isId } from '../kernel/id.ts';
import {
  PLAN_BOARD_FORM,
  planBoardTask,
  SUGGEST_WORK_FORM,
  suggestWorkTask,
  type PlanBoardTask,
  type SuggestWorkTask,
} from './board-words.ts';
import { PLAN_FORM, planTask, SUGGEST_FORM, suggestTask, type PlanTask, type SuggestTask } from './plan-words.ts';
import type { Scale, Who } from './who.ts';
import { REPORT_NAMES, type ReportName } from '../contract/reports.ts';
import { CSV_KINDS, type CsvKind } from './transfer/csv-kinds.ts';
import { isLocalDate, localDate, type LocalDate } from '../domain/time/local-date.ts';

/** What a person asked for, understood. */
export type Task =
  | { readonly task: 'help' }
  | { readonly task: 'contract'; readonly name: string | undefined }
  | { readonly task: 'query'; readonly name: string; readonly json: string }
  | {
      readonly task: 'command';
      readonly name: string;
      readonly json: string;
      readonly why: string | undefined;
      readonly acceptCautions: boolean;
    }
  | { readonly task: 'backup' }
  | { readonly task: 'restore'; readonly file: string; readonly newPath: string }
  | { readonly task: 'verify' }
  | { readonly task: 'health' }
  | { readonly task: 'rebuild'; readonly newPath: string }
  | { readonly task: 'alerts' }
  | { readonly task: 'send-alerts'; readonly file: string }
  | {
      readonly task: 'report';
      readonly name: ReportName | undefined;
      readonly from: LocalDate | undefined;
      readonly to: LocalDate | undefined;
      readonly location: string | undefined;
    }
  | { readonly task: 'setup-scheduling-resources'; readonly file: string | undefined }
  | { readonly task: 'export'; readonly file: string; readonly kind: CsvKind | undefined }
  | {
      readonly task: 'import';
      readonly file: string;
      readonly kind: CsvKind | undefined;
      readonly dryRun: boolean;
      readonly acceptCautions: boolean;
    }
  | PlanTask
  | PlanBoardTask
  | SuggestWorkTask
  | SuggestTask
  | { readonly task: 'sample'; readonly scale: Scale; readonly today: LocalDate | undefined };

export interface Request {
  readonly task: Task;
  readonly data: string | undefined;
  readonly who: Who;
}

const FLAGS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  data: { type: 'string' },
  why: { type: 'string' },
  'accept-cautions': { type: 'boolean' },
  scale: { type: 'string' },
  today: { type: 'string' },
  as: { type: 'string' },
  'org-id': { type: 'string' },
  file: { type: 'string' },
  of: { type: 'string' },
  'dry-run': { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  location: { type: 'string' },
  instance: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  iterations: { type: 'string' },
  out: { type: 'string' },
  plan: { type: 'string' },
  job: { type: 'string' },
  top: { type: 'string' },
  prove: { type: 'string' },
  date: { type: 'string' },
  days: { type: 'string' },
  move: { type: 'boolean' },
  overtime: { type: 'boolean' },
  apply: { type: 'boolean' },
} as const;

/** Which flags belong to one task alone. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  why: ['command'],
  'accept-cautions': ['command', 'import', 'plan'],
  scale: ['sample'],
  today: ['sample'],
  file: ['setup-scheduling-resources'],
  of: ['export', 'import'],
  'dry-run': ['import'],
  from: ['report'],
  to: ['report'],
  location: ['report', 'plan'],
  instance: ['plan', 'suggest'],
  seconds: ['plan'],
  seed: ['plan'],
  iterations: ['plan'],
  out: ['plan'],
  plan: ['suggest'],
  job: ['suggest'],
  top: ['suggest'],
  prove: ['plan'],
  date: ['plan'],
  days: ['plan'],
  move: ['plan'],
  overtime: ['plan'],
  apply: ['plan'],
};

/** Reads the words after `laneway`; a refusal is a sentence about what was not understood. */
export function readTask(argv: readonly string[]): Outcome<Request, string> {
  const read = parsed(argv);
  if (typeof read === 'string') return refuse(read);
  const { values, positionals } = read;
  const [name, ...words] = positionals;
  if (values.help === true || name === 'help') return accept({ task: { task: 'help' }, data: undefined, who: {} });
  if (name === undefined) return refuse('A task is missing.');
  if (values.data === '') return refuse('--data needs a folder.');
  const foreign = Object.keys(values).find((flag) => !(OWNERS[flag] ?? [name]).includes(name));
  if (foreign !== undefined)
    return refuse(`--${foreign} belongs to ${(OWNERS[foreign] ?? []).join(' and ')}, not to ${name}.`);
  const who = whoOf(values);
  if (typeof who === 'string') return refuse(who);
  const task = taskOf(name, words, values);
  return typeof task === 'string' ? refuse(task) : accept({ task, data: values.data, who });
}

/** True when the caller wants JSON, also when the rest is not understood. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json');
}

type Values = ReturnType<typeof parse>['values'];

function parse(argv: readonly string[]) {
  return parseArgs({ args: withBareProve(argv), options: FLAGS, allowPositionals: true, strict: true });
}

/** `--prove` may stand alone: then the seconds are an empty text. */
function withBareProve(argv: readonly string[]): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return argv.map((word, at) => {
    const next = at + 1 < end ? argv[at + 1] : undefined;
    return word === '--prove' && at < end && !/^[\d.]/.test(next ?? '') ? '--prove=' : word;
  });
}

function parsed(argv: readonly string[]): ReturnType<typeof parse> | string {
  try {
    return parse(argv);
  } catch (error) {
    const text = error instanceof Error ? error.message : 'These words were not understood.';
    return text.split('. ')[0]?.replace(/\.?$/, '.') ?? text;
  }
}

function taskOf(name: string, words: readonly string[], values: Values): Task | string {
  const [first, second, ...more] = words;
  const takes = (least: number, most: number, form: string): string | undefined =>
    words.length < least || words.length > most ? `It goes: laneway ${form}` : undefined;
  switch (name) {
    case 'contract':
      return takes(0, 1, 'contract [NAME]') ?? { task: 'contract', name: first };
    case 'query':
      if (first === undefined || more.length > 0) return 'It goes: laneway query NAME [JSON]';
      return { task: 'query', name: first, json: second ?? '{}' };
    case 'command': {
      if (first === undefined || second === undefined || more.length > 0) return 'It goes: laneway command NAME JSON';
      const acceptCautions = values['accept-cautions'] === true;
      return { task: 'command', name: first, json: second, why: values.why, acceptCautions };
    }
    case 'backup':
    case 'verify':
    case 'health':
      return takes(0, 0, name) ?? { task: name };
    case 'restore':
      if (first === undefined || second === undefined || more.length > 0)
        return 'It goes: laneway restore FILE NEWPATH';
      return { task: 'restore', file: first, newPath: second };
    case 'rebuild':
      return first === undefined || words.length > 1
        ? 'It goes: laneway rebuild NEWPATH'
        : { task: name, newPath: first };
    case 'alerts':
      if (first === undefined) return { task: 'alerts' };
      if (first !== 'send' || second === undefined || more.length > 0) return 'It goes: laneway alerts [send FILE]';
      return { task: 'send-alerts', file: second };
    case 'report':
      return takes(0, 1, 'report [NAME] [--from DATE] [--to DATE] [--location NAME]') ?? reportTask(first, values);
    case 'setup-scheduling-resources':
      return takes(0, 0, `${name} [--file TEAMS]`) ?? { task: name, file: values.file };
    case 'export':
    case 'import':
      if (first === undefined || words.length > 1) return `It goes: laneway ${name} FILE [--of ${CSV_KINDS.join('|')}]`;
      return transferTask(name, first, values);
    case 'plan':
      if (values.instance === undefined) return takes(0, 0, PLAN_BOARD_FORM) ?? planBoardTask(values);
      return takes(0, 0, PLAN_FORM) ?? planTask(values);
    case 'suggest':
      if (values.instance === undefined && first !== undefined)
        return takes(1, 1, SUGGEST_WORK_FORM) ?? suggestWorkTask(first, values);
      return takes(0, 0, SUGGEST_FORM) ?? suggestTask(values);
    case 'sample':
      return takes(0, 0, 'sample [--scale day|large|dense] [--today DATE]') ?? sampleTask(values);
    default:
      return `There is no task "${name}".`;
  }
}

function reportTask(name: string | undefined, { from, to, location }: Values): Task | string {
  const report = REPORT_NAMES.find((one) => one === name);
  if (name !== undefined && report === undefined) return `There is no report "${name}". See: laneway report`;
  const wrong = [from, to].find((date) => date !== undefined && !isLocalDate(date));
  if (wrong !== undefined) return `--from and --to need a date like 2026-11-23, not "${wrong}".`;
  const date = (text: string | undefined) => (text === undefined ? undefined : localDate(text));
  return { task: 'report', name: report, from: date(from), to: date(to), location };
}

function transferTask(task: 'export' | 'import', file: string, values: Values): Task | string {
  const kind = CSV_KINDS.find((one) => one === values.of);
  if (values.of !== undefined && kind === undefined) return `--of is one of ${CSV_KINDS.join(', ')}.`;
  if (task === 'export') return { task, file, kind };
  return { task, file, kind, dryRun: values['dry-run'] === true, acceptCautions: values['accept-cautions'] === true };
}

function whoOf({ as, 'org-id': org }: Values): Who | string {
  if (as !== undefined && !isId(as)) return '--as needs the id of a user.';
  if (org !== undefined && org !== 'new' && !isId(org)) return '--org-id needs the id of an organization, or "new".';
  return {
    ...(as === undefined ? {} : { actor: asId<'user'>(as) }),
    ...(org === undefined ? {} : { organizationId: org === 'new' ? null : asId<'organization'>(org) }),
  };
}

function sampleTask({ scale = 'day', today }: Values): Task | string {
  if (scale !== 'day' && scale !== 'large' && scale !== 'dense') return '--scale is day, large or dense.';
  if (today !== undefined && !isLocalDate(today)) return '--today needs a date like 2026-11-23.';
  return { task: 'sample', scale, today: today === undefined ? undefined : localDate(today) };
}
