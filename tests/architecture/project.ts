import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A file as the checks see it: its path from the project folder with slashes, and its text. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** The project folder. */
export const root = path.resolve(import.meta.dirname, '..', '..');

const BINARY = /\.(png|ico|icns|woff2|pdf|db|gz|zip)$/;
const CODE = /\.(ts|tsx|mjs|js|css)$/;

/** Every text file that is or would be committed: known to git or not ignored by it. */
export function projectFiles(): readonly ProjectFile[] {
  return committed()
    .filter((name) => !BINARY.test(name))
    .map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));
}

/** Paths of every file that is or would be committed. */
export function committed(): readonly string[] {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter((name) => name !== '' && existsSync(path.join(root, name)) && statSync(path.join(root, name)).isFile());
}

/** The files people write code in. */
export function codeFiles(files: readonly ProjectFile[]): readonly ProjectFile[] {
  return files.filter((file) => CODE.test(file.path));
}
