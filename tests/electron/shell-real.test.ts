import { describe, it } from 'vitest';
import { findElectron, launchReal } from './real-electron.ts';
import { shellSuite } from './shell.suite.ts';

const found = findElectron();
const required = process.env['REQUIRE_ELECTRON'] === '1';

describe('desktop shell on the real Electron', () => {
  if ('binary' in found) {
    shellSuite(launchReal(found.binary));
    return;
  }
  if (!required) process.stderr.write(`\n!!! SKIPPED: desktop shell on the real Electron - ${found.missing}\n\n`);
  it.skipIf(!required)('has a binary to run on', () => {
    throw new Error(found.missing);
  });
});
