import path from 'node:path';
import type { ProjectFile } from './project.ts';

const DOCUMENTS = new Set(['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'DECISIONS.md', 'CHANGELOG.md']);
const ROOMS = /^(core|electron|renderer|resources|tests|\.ci)(\/|$)/;
const PATH = /^[\w.@-]+(\/[\w.@*-]+)*\/?$/;
const FILE_NAME = /^[\w.-]+\.(ts|tsx|mjs|md|json|yml|css|html)$/;

/** Paths that root documents name and that do not exist. `paths` are all files of the project. */
export function missingPaths(files: readonly ProjectFile[], paths: readonly string[]): readonly string[] {
  const places = new Set(paths.flatMap((file) => [file, ...foldersOf(file)]));
  const names = new Set(paths.map((file) => path.posix.basename(file)));
  const exists = (named: string): boolean => {
    const plain = named.replace(/\/$/, '');
    if (plain.includes('*')) return [...places].some((place) => path.posix.matchesGlob(place, plain));
    if (ROOMS.test(plain) || plain.includes('/')) return places.has(plain);
    return names.has(plain);
  };
  return files
    .filter((file) => DOCUMENTS.has(file.path))
    .flatMap((file) =>
      [...new Set(pathsNamedIn(file.text))]
        .filter((named) => !exists(named))
        .map((named) => `${file.path} names ${named}`),
    );
}

/** Paths in back quotes and in links to files of the project. */
export function pathsNamedIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const linked = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map((match) => match[1] ?? '');
  const links = linked.filter((target) => !/^[a-z]+:/.test(target)).map((target) => target.replace(/^\.\//, ''));
  return [...quoted.filter((words) => isPath(words)), ...links];
}

function isPath(words: string): boolean {
  return PATH.test(words) && ((ROOMS.test(words) && words.includes('/')) || FILE_NAME.test(words));
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}
