import { describe } from 'vitest';
import { chromiumOrSkip } from './chromium.ts';
import { launchShell } from './launch-shell.ts';
import { shellSuite } from './shell.suite.ts';

describe.skipIf(chromiumOrSkip('the desktop shell on the stand-in for Electron') === undefined)(
  'desktop shell on the stand-in for Electron',
  () => {
    shellSuite(launchShell);
  },
);
