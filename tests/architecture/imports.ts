import path from 'node:path';
import { parseAst } from 'vite';
import type { ProjectFile } from './project.ts';

/** One import in one file. */
export interface Import {
  readonly from: string;
  /** Project path of a file of ours; undefined for packages and Node's own modules. */
  readonly file: string | undefined;
  /** Package name, or `node:` for any of Node's own modules; undefined for files of ours. */
  readonly name: string | undefined;
}

const SCRIPT = /\.(ts|tsx|mjs|js)$/;
const WITH_SOURCE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** Every import of every script: static, re-exported, dynamic, and of types alone. */
export function importsOf(files: readonly ProjectFile[]): readonly Import[] {
  return files
    .filter((file) => SCRIPT.test(file.path))
    .flatMap((file) => specifiersIn(file).map((specifier) => resolve(file.path, specifier)));
}

function specifiersIn(file: ProjectFile): readonly string[] {
  const found: string[] = [];
  visit(parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' }), (node) => {
    if (!WITH_SOURCE.has(String(node['type']))) return;
    const source = node['source'];
    if (isRecord(source) && typeof source['value'] === 'string') found.push(source['value']);
  });
  return found;
}

function resolve(from: string, specifier: string): Import {
  if (specifier.startsWith('.')) {
    const file = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, '')));
    return { from, file, name: undefined };
  }
  if (specifier.startsWith('node:')) return { from, file: undefined, name: 'node:' };
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
  return { from, file: undefined, name };
}

function visit(value: unknown, look: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, look);
  } else if (isRecord(value)) {
    look(value);
    for (const one of Object.values(value)) visit(one, look);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
