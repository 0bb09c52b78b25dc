// node boot.mjs APP DATA CHROMIUM: starts a built application folder on the stand-in, asks the contract one question through
// the window, prints how it was answered, and quits.
import process from 'node:process';
import { load } from './load.ts';

const [appPath = '', dataDir = '', chromium = ''] = process.argv.slice(2);
const standIn = await load({ appPath, dataDir, chromium, packaged: true, env: { LANEWAY_SAMPLE: 'never' } });
const page = await standIn.firstPage();
await page.waitForFunction(() => 'laneway' in window);
const reply = await page.evaluate(() => window.laneway.call('query', 'setup', {}));
process.stdout.write(reply.ok || reply.error.kind !== 'fault' ? 'answered\n' : `fault ${reply.message}\n`);
standIn.quit();
process.exitCode = await standIn.exited;
await standIn.close();
