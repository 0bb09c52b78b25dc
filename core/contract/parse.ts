import type { z } from 'zod';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { FieldProblem, Refusal } from './refusal.ts';

/** The only place where unknown input becomes a typed value. Every problem is told with its field. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Outcome<z.output<S>, Refusal> {
  const parsed = schema.safeParse(input);
  return parsed.success ? accept(parsed.data) : refuse({ kind: 'invalid-input', problems: problemsOf(parsed.error) });
}

type Issue = z.core.$ZodIssue;

function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue));
}

function problemsOfIssue(issue: Issue): FieldProblem[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const prefix = field === '' ? '' : `${field}.`;
    return issue.keys.map((key) => ({ field: `${prefix}${key}`, reason: 'is not known here' }));
  }
  return [{ field, reason: clause(issue) }];
}

/** The schemas of the contract say what they want; this is for what zod says in its own words. */
function clause(issue: Issue): string {
  if (issue.message.startsWith('must ')) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `must be given (${word(issue.expected)})` : `must be ${word(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'too_small':
      return `must ${issue.origin === 'number' ? 'be at least' : 'have at least'} ${issue.minimum}`;
    case 'too_big':
      return `must ${issue.origin === 'number' ? 'be at most' : 'have at most'} ${issue.maximum}`;
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return 'must have the form that the contract says';
  }
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function word(expected: string): string {
  return WORDS[expected] ?? `of type ${expected}`;
}
