import { parseArgs } from 'node:util';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { isLocalDate, localDate, type LocalDate } from '../domain/time/local-date.ts';

export type Scale = 'day' | 'large' | 'dense';

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
  | { readonly task: 'sample'; readonly scale: Scale; readonly today: LocalDate | undefined };

export interface Request {
  readonly task: Task;
  readonly data: string | undefined;
}

const FLAGS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  data: { type: 'string' },
  why: { type: 'string' },
  'accept-cautions': { type: 'boolean' },
  scale: { type: 'string' },
  today: { type: 'string' },
} as const;

/** Which flags belong to one task alone. */
const OWNERS: Readonly<Record<string, string>> = {
  why: 'command',
  'accept-cautions': 'command',
  scale: 'sample',
  today: 'sample',
};

/** Reads the words after `laneway`; a refusal is a sentence about what was not understood. */
export function readTask(argv: readonly string[]): Outcome<Request, string> {
  const read = parsed(argv);
  if (typeof read === 'string') return refuse(read);
  const { values, positionals } = read;
  const [name, ...words] = positionals;
  if (values.help === true || name === 'help') return accept({ task: { task: 'help' }, data: undefined });
  if (name === undefined) return refuse('A task is missing.');
  if (values.data === '') return refuse('--data needs a folder.');
  const foreign = Object.keys(values).find((flag) => (OWNERS[flag] ?? name) !== name);
  if (foreign !== undefined) return refuse(`--${foreign} belongs to ${OWNERS[foreign] ?? ''}, not to ${name}.`);
  const task = taskOf(name, words, values);
  return typeof task === 'string' ? refuse(task) : accept({ task, data: values.data });
}

/** True when the caller wants JSON, also when the rest is not understood. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json');
}

type Values = ReturnType<typeof parse>['values'];

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true, strict: true });
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
      return takes(0, 0, name) ?? { task: name };
    case 'restore':
      if (first === undefined || second === undefined || more.length > 0)
        return 'It goes: laneway restore FILE NEWPATH';
      return { task: 'restore', file: first, newPath: second };
    case 'sample':
      return takes(0, 0, 'sample [--scale day|large|dense] [--today DATE]') ?? sampleTask(values);
    default:
      return `There is no task "${name}".`;
  }
}

function sampleTask({ scale = 'day', today }: Values): Task | string {
  if (scale !== 'day' && scale !== 'large' && scale !== 'dense') return '--scale is day, large or dense.';
  if (today !== undefined && !isLocalDate(today)) return '--today needs a date like 2026-11-23.';
  return { task: 'sample', scale, today: today === undefined ? undefined : localDate(today) };
}
