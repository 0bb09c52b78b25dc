import type { ProjectFile } from './project.ts';

const TEST = /\.test\.tsx?$/;
/** At the margin, so outside every function. */
const HOOK = /^(before|after)(Each|All)\(/m;

/**
 * Files that tests import and that register hooks as they are read. Test files share their process, so such a file is read
 * once and its hooks would stand in the first test file alone: `onTestFinished` inside a function holds for each test.
 */
export function sharedHooks(files: readonly ProjectFile[]): readonly string[] {
  return files
    .filter(({ path, text }) => path.startsWith('tests/') && !TEST.test(path) && HOOK.test(text))
    .map(({ path }) => path);
}
