import type { ProjectFile } from './project.ts';

const FOLDER = 'core/store/migrations/';
const NAME = /^(\d{4})-[a-z0-9-]+\.ts$/;

/**
 * What is wrong with the migrations: a gap, a number twice, a number in another form, a file the list forgets or lists out
 * of order. Files without a number are no migrations.
 */
export function migrationFaults(files: readonly ProjectFile[]): readonly string[] {
  const here = files.filter((file) => file.path.startsWith(FOLDER));
  const names = here.map((file) => file.path.slice(FOLDER.length)).filter((name) => name !== 'index.ts');
  const numbered = names.filter((name) => NAME.test(name)).toSorted();
  const strangers = names
    .filter((name) => /^\d/.test(name) && !NAME.test(name))
    .map((name) => `${name} is not named NNNN-name.ts`);
  const gaps = numbered.flatMap((name, index) =>
    Number(name.slice(0, 4)) === index + 1 ? [] : [`${name} should be number ${String(index + 1).padStart(4, '0')}`],
  );
  const list = here.find((file) => file.path === `${FOLDER}index.ts`)?.text ?? '';
  const listed = [...list.matchAll(/from '\.\/(\d{4}-[a-z0-9-]+\.ts)'/g)].map((match) => match[1] ?? '');
  const forgotten = numbered.filter((name) => !listed.includes(name)).map((name) => `index.ts does not list ${name}`);
  const sorted = listed.join() === listed.toSorted().join() ? [] : ['index.ts lists migrations out of order'];
  return [...strangers, ...gaps, ...forgotten, ...sorted];
}
