import type { ProjectFile } from './project.ts';

// Put together from pieces, so that this file does not find itself.
const either = (...words: readonly string[]): string => `(${words.join('|')})`;
const SUPPRESSIONS = new RegExp(
  `${either('eslint', 'oxlint', 'biome', 'prettier', 'oxfmt')}-${either('disable', 'ignore', 'enable')}|@ts-${either('ignore', 'expect-error', 'nocheck')}`,
);
const REGISTRY = new RegExp(
  `registry${String.raw`\.`}[a-z-]+${String.raw`\.`}${either('org', 'com', 'io', 'net', 'dev')}`,
);
// A folder of one machine: absolute, below a place where people keep work, or a drive of Windows.
const MACHINE = new RegExp(
  `(?<![\\w.@~$}-])/${either('work/(main|shared)', 'tmp', 'root', String.raw`home/\w+`, String.raw`Users/\w+`)}\\b|\\b[A-Z]:\\\\Users`,
);

/** Lines that switch a check off. There are none: the rule or the code is changed instead. */
export function suppressions(files: readonly ProjectFile[]): readonly string[] {
  return linesWith(files, SUPPRESSIONS);
}

/** Lines that name a package registry or a place on somebody's machine. */
export function machineTraces(files: readonly ProjectFile[]): readonly string[] {
  const resolved = linesWith(
    files.filter((file) => file.path === 'package-lock.json'),
    /"resolved":/,
  );
  return [...resolved, ...linesWith(files, REGISTRY), ...linesWith(files, MACHINE)];
}

function linesWith(files: readonly ProjectFile[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    file.text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}
