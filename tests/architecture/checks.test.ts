import { describe, expect, it } from 'vitest';
import { importCycles } from './check-cycles.ts';
import { missingPaths } from './check-documents.ts';
import { badNames, longFiles, strangersAtTheTop } from './check-files.ts';
import { sharedHooks } from './check-hooks.ts';
import { lawBreaches } from './check-law.ts';
import { migrationFaults } from './check-migrations.ts';
import { impurities } from './check-purity.ts';
import { machineTraces, suppressions } from './check-text.ts';
import { importsOf } from './imports.ts';
import { LAW } from './law.ts';

const file = (path: string, text: string) => ({ path, text });
const breaches = (path: string, text: string) => lawBreaches(importsOf([file(path, text)]), LAW);

describe('imports are found', () => {
  it.each([
    ["import { a } from './b.ts';"],
    ["import type { A } from './b.ts';"],
    ["import './b.ts';"],
    ["export * from './b.ts';"],
    ["export type { A } from './b.ts';"],
    ["const b = await import('./b.ts');"],
    ["let b: import('./b.ts').B;"],
    ["import b from './b.ts?worker';"],
  ])('in %s', (text) => {
    expect(importsOf([file('core/kernel/a.ts', text)])).toEqual([
      { from: 'core/kernel/a.ts', file: 'core/kernel/b.ts', name: undefined },
    ]);
  });
  it('not in comments and texts', () => {
    expect(importsOf([file('core/kernel/a.ts', `// import './b.ts'\nconst a = "import './c.ts'";`)])).toEqual([]);
  });
  it('of packages by their name', () => {
    const found = importsOf([
      file('renderer/app/a.tsx', "import '@x/y/z.css'; import { a } from 'n/m'; import fs from 'node:fs';"),
    ]);
    expect(found.map((one) => one.name)).toEqual(['@x/y', 'n', 'node:']);
  });
});

describe('the import law catches', () => {
  it.each([
    ['core/kernel/a.ts', "import type { A } from '../domain/time/instant.ts';"],
    ['core/domain/work/a.ts', "import { a } from '../rules/b.ts';"],
    ['core/domain/time/a.ts', "import { z } from 'zod';"],
    ['core/domain/time/a.ts', "import path from 'node:path';"],
    ['core/planning/a.ts', "import type { A } from '../contract/b.ts';"],
    ['core/contract/a.ts', "import type { A } from '../application/b.ts';"],
    ['core/application/a.ts', "import { a } from '../store/b.ts';"],
    ['core/application/a.ts', "import { readFileSync } from 'node:fs';"],
    ['core/store/a.ts', "import { a } from '../application/submit.ts';"],
    ['core/store/a.ts', "import { a } from '../calendar/b.ts';"],
    ['core/server/a.ts', "import { a } from '../compose.ts';"],
    ['core/server/main.ts', "import { a } from '../store/b.ts';"],
    ['core/sample/a.ts', "import { a } from '../store/b.ts';"],
    ['core/oddities/a.ts', "import { a } from '../kernel/b.ts';"],
    ['electron/ipc/a.ts', "import { a } from '../main/b.ts';"],
    ['electron/preload/a.ts', "import path from 'node:path';"],
    ['electron/launch/a.mjs', "import { z } from 'zod';"],
    ['renderer/boards/a.tsx', "import { a } from '../panels/b.tsx';"],
    ['renderer/app/a.tsx', "import { a } from '../../core/application/b.ts';"],
    ['renderer/app/a.tsx', "import { a } from 'electron';"],
    ['renderer/app/a.tsx', "import { a } from '../../tests/b.ts';"],
    ['resources/a.ts', "import { a } from '../core/kernel/b.ts';"],
  ])('%s with %s', (path, text) => {
    expect(breaches(path, text)).toHaveLength(1);
  });
  it.each([
    ['core/domain/rules/a.ts', "import type { A } from '../work/b.ts';"],
    ['core/contract/a.ts', "import { z } from 'zod';"],
    ['core/store/a.ts', "import type { A } from '../application/ports/store.ts';"],
    ['core/server/main.ts', "import { a } from '../compose.ts';"],
    ['core/compose.ts', "import { a } from './store/b.ts';"],
    ['electron/main/main.ts', "import { a } from '../../core/compose.ts';"],
    ['renderer/app/a.tsx', "import { a } from '../boards/b.tsx';"],
    ['tests/store/a.test.ts', "import { a } from '../../core/store/b.ts';"],
  ])('but not %s with %s', (path, text) => {
    expect(breaches(path, text)).toEqual([]);
  });
});

describe('the cycle check', () => {
  const cycles = (...files: readonly (readonly [string, string])[]) =>
    importCycles(importsOf(files.map(([name, text]) => file(`core/${name}.ts`, text))));
  it('finds a cycle of three, through types as well', () => {
    const found = cycles(
      ['a', "import './b.ts';"],
      ['b', "import type { C } from './c.ts';"],
      ['c', "export * from './a.ts';"],
    );
    expect(found).toEqual([['core/a.ts', 'core/b.ts', 'core/c.ts']]);
  });
  it('finds a file that imports itself', () => {
    expect(cycles(['a', "import './a.ts';"])).toEqual([['core/a.ts']]);
  });
  it('lets a diamond be', () => {
    expect(
      cycles(['a', "import './b.ts'; import './c.ts';"], ['b', "import './d.ts';"], ['c', "import './d.ts';"]),
    ).toEqual([]);
  });
});

describe('the file checks', () => {
  it('warn over 250 lines, fail over 400, and let data be', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'x').join('\n');
    const { warn, fail } = longFiles([
      file('core/a.ts', lines(250)),
      file('core/b.ts', lines(251)),
      file('core/c.ts', lines(401)),
      file('resources/d.ts', lines(4000)),
    ]);
    expect(warn).toEqual(['core/b.ts has 251 lines']);
    expect(fail).toEqual(['core/c.ts has 401 lines']);
  });
  it.each([
    ['core/a/utils.ts'],
    ['core/helpers/a.ts'],
    ['renderer/app/ticket.test.tsx'],
    ['core/recurring-event.ts'],
    ['core/BadName.ts'],
    ['core/bad_name.ts'],
  ])('refuse the name %s', (path) => expect(badNames([path])).toHaveLength(1));
  it.each([
    ['core/connectors/ticket.ts'],
    ['core/calendar/google/booking.ts'],
    ['core/domain/work/work-order.ts'],
    ['tests/a.long.test.ts'],
  ])('accept the name %s', (path) => expect(badNames([path])).toEqual([]));
  it('know the top level', () => {
    expect(strangersAtTheTop(['core/a.ts', 'scripts/b.mjs', 'src/c.ts', 'README.md'])).toEqual(['scripts', 'src']);
  });
});

describe('the text checks', () => {
  const join = (...pieces: readonly string[]) => pieces.join('');
  it.each([
    [join('// eslint', '-disable-next-line')],
    [join('/* oxlint', '-disable */')],
    [join('// @ts', '-expect-error')],
    [join('// @ts', '-ignore')],
  ])('find the suppression %s', (text) => expect(suppressions([file('core/a.ts', text)])).toHaveLength(1));
  it.each([
    [join('https://registry', '.npmjs.org/x')],
    [join('"/tm', 'p/x"')],
    [join('see /wor', 'k/main/core')],
    [join('/hom', 'e/anna/x')],
    [join('C:\\Us', 'ers\\x')],
  ])('find the trace %s', (text) => {
    expect(machineTraces([file('core/a.ts', text)])).toHaveLength(1);
  });
  it('find a lock file that names where packages came from', () => {
    expect(machineTraces([file('package-lock.json', '      "resolved": "https://somewhere/x.tgz",')])).toHaveLength(1);
  });
  it('let paths of the project be', () => {
    expect(machineTraces([file('core/a.ts', "import '../domain/work/tmp/root/a.ts'; // core/work/main")])).toEqual([]);
  });
});

describe('the purity check', () => {
  it.each([['Date.now()'], ['new Date()'], ['Math.random()'], ['await x'], ['async () => 1'], ['console.log(1)']])(
    'finds %s',
    (text) => {
      expect(impurities([file('core/domain/time/a.ts', `const x = ${text};`)]).length).toBeGreaterThan(0);
    },
  );
  it('lets comments, texts and other rooms be', () => {
    expect(impurities([file('core/domain/a.ts', "// await\n/** async\n await */ const a = 'await this';")])).toEqual(
      [],
    );
    expect(impurities([file('core/store/a.ts', 'await x; Date.now();')])).toEqual([]);
  });
});

describe('the migration check', () => {
  const at = (name: string, text = '') => file(`core/store/migrations/${name}`, text);
  const list = (...names: readonly string[]) =>
    at('index.ts', names.map((name, index) => `import { m${index} } from './${name}';`).join('\n'));
  it('accepts a list without a gap', () => {
    expect(migrationFaults([at('0001-a.ts'), at('0002-b.ts'), list('0001-a.ts', '0002-b.ts')])).toEqual([]);
  });
  it.each([
    ['a gap', [at('0001-a.ts'), at('0003-b.ts'), list('0001-a.ts', '0003-b.ts')]],
    ['a number twice', [at('0001-a.ts'), at('0001-b.ts'), list('0001-a.ts', '0001-b.ts')]],
    ['a forgotten file', [at('0001-a.ts'), at('0002-b.ts'), list('0001-a.ts')]],
    ['a list out of order', [at('0001-a.ts'), at('0002-b.ts'), list('0002-b.ts', '0001-a.ts')]],
    ['a stranger', [at('0001-a.ts'), at('2-more.ts'), at('migration.ts'), list('0001-a.ts')]],
  ])('finds %s', (_what, files) => {
    expect(migrationFaults(files)).toHaveLength(1);
  });
});

describe('the check of hooks', () => {
  const hook = 'afterEach(() => close());';
  it('finds one in a file that tests import, and only there', () => {
    const among = (path: string, text: string) => sharedHooks([file(path, text)]);
    expect(among('tests/builders/a.ts', hook)).toEqual(['tests/builders/a.ts']);
    expect(among('tests/store/a.test.ts', hook)).toEqual([]);
    expect(among('tests/store/a.suite.ts', `describe('a', () => {\n  ${hook}\n});`)).toEqual([]);
  });
});

describe('the document check', () => {
  const paths = ['core/kernel/id.ts', 'README.md', 'docs.png', 'vite.config.ts'];
  const missing = (text: string) => missingPaths([file('README.md', text)], paths);
  it.each([
    ['`core/nowhere`'],
    ['`core/kernel/ib.ts`'],
    ['[x](tests/missing.png)'],
    ['`tests/`'],
    ['`nowhere.config.ts`'],
    ['`core/*/ib.ts`'],
  ])('finds %s', (text) => {
    expect(missing(text)).toHaveLength(1);
  });
  it.each([
    ['`core/kernel`'],
    ['`core/kernel/`'],
    ['[x](./docs.png)'],
    ['`id.ts`'],
    ['`npm start`'],
    ['[x](https://a.b/c)'],
    ['`core/*/id.ts`'],
    ['`and/or`'],
  ])('lets %s be', (text) => expect(missing(text)).toEqual([]));
  it('looks at root documents alone', () => {
    expect(missingPaths([file('core/notes.md', '`core/nowhere`')], paths)).toEqual([]);
  });
});
