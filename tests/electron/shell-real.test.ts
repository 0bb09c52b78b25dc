import { describe, it } from 'vitest';
import { findElectron, launchReal } from './real-electron.ts';
import { shellSuite } from './shell.suite.ts';

const found = findElectron();

if ('binary' in found) {
  describe('desktop shell on the real Electron', () => {
    shellSuite(launchReal(found.binary));
  });
} else if (process.env['REQUIRE_ELECTRON'] === '1') {
  it('has the real Electron, as REQUIRE_ELECTRON demands', () => {
    throw new Error(found.missing);
  });
} else {
  process.stderr.write(`\n!!! SKIPPED: desktop shell on the real Electron - ${found.missing}\n\n`);
  it.skip(`desktop shell on the real Electron (${found.missing})`, () => undefined);
}
