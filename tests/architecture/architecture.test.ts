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
import { codeFiles, committed, projectFiles } from './project.ts';

const paths = committed();
const files = projectFiles();
const code = codeFiles(files);
const imports = importsOf(code);

describe('the architecture', () => {
  it('is looked at: there are files and imports', () => {
    expect(code.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(20);
  });
  it('obeys the import law', () => {
    expect(lawBreaches(imports, LAW)).toEqual([]);
  });
  it('has no import cycle', () => {
    expect(importCycles(imports)).toEqual([]);
  });
  it('keeps its files small', () => {
    const { warn, fail } = longFiles(code);
    if (warn.length > 0) process.stderr.write(`\nLong files (over 250 lines):\n${warn.join('\n')}\n`);
    expect(fail).toEqual([]);
  });
  it('has no file or folder with a rejected name', () => {
    expect(badNames(code.map((file) => file.path))).toEqual([]);
  });
  it('has the fixed top level', () => {
    expect(strangersAtTheTop(paths)).toEqual([]);
  });
  it('keeps the core pure', () => {
    expect(impurities(files)).toEqual([]);
  });
  it('lists its migrations without a gap', () => {
    expect(migrationFaults(files)).toEqual([]);
  });
  it('names only paths that exist in its root documents', () => {
    expect(missingPaths(files, paths)).toEqual([]);
  });
  it('lets only test files register hooks as they are read', () => {
    expect(sharedHooks(code)).toEqual([]);
  });
  it('switches no check off', () => {
    expect(suppressions(code)).toEqual([]);
  });
  it('names no package registry and no place of one machine', () => {
    expect(machineTraces(files)).toEqual([]);
  });
});
