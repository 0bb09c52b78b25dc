import type { Diagnostics } from './ports/surroundings.ts';

/** Where it happened, without what it was about: messages of errors can quote what people wrote. */
export function noteDefect(diagnostics: Diagnostics, kind: string, name: string, error: unknown): void {
  const what = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const where = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' < ');
  diagnostics.note('error', 'defect', { kind, name: nameOnly(name), what, where });
}

/** Names from outside may be anything. */
export function nameOnly(name: string): string {
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'unknown';
}
