import type { ProjectFile } from './project.ts';

const WARN = 250;
const FAIL = 400;
/** vocabulary.md: names that say nothing, and words the product does not use. */
const REJECTED = new Set(
  'util utils helper helpers misc common manager base impl booking ticket stall employee recurring-event'.split(' '),
);
/** Adapters speak the words of the systems they adapt to. */
const ADAPTERS = /^core\/(connectors|calendar\/(google|microsoft|caldav))\//;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;

/** Files with too many lines. Generated data is no code: resources are exempt. */
export function longFiles(files: readonly ProjectFile[]): {
  readonly warn: readonly string[];
  readonly fail: readonly string[];
} {
  const counted = files
    .filter((file) => !file.path.startsWith('resources/'))
    .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }));
  const told = (from: number, to: number): readonly string[] =>
    counted.filter(({ lines }) => lines > from && lines <= to).map((one) => `${one.path} has ${one.lines} lines`);
  return { warn: told(WARN, FAIL), fail: told(FAIL, Number.MAX_SAFE_INTEGER) };
}

/** Code files and folders whose name is on the list, or is not in kebab case. */
export function badNames(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => !ADAPTERS.test(path))
    .flatMap((path) => {
      const bad = path.split('/').filter((part) => REJECTED.has(stemOf(part)) || !KEBAB.test(part.replace(/^\./, '')));
      return bad.map((part) => `${path}: "${part}" is not a name for a file or folder`);
    });
}

function stemOf(part: string): string {
  return part.split('.')[0] ?? part;
}

const ALLOWED_TOP = new Set(
  (
    'electron renderer core resources tests electron-builder.yml vite.config.ts package.json tsconfig.json README.md ' +
    'package-lock.json tsconfig.base.json ARCHITECTURE.md GLOSSARY.md DECISIONS.md CHANGELOG.md LICENSE ' +
    '.ci .gitignore .gitattributes .editorconfig .npmrc .nvmrc .oxlintrc.json .oxfmtrc.json'
  ).split(' '),
);

/** Files and folders at the top that the architecture does not know. */
export function strangersAtTheTop(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => path.split('/')[0] ?? path))].filter((name) => !ALLOWED_TOP.has(name));
}
