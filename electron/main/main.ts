import { app, shell } from 'electron';
import path from 'node:path';
import { dataFolder, freshAddress, tryOpen } from '../../core/compose.ts';
import { mount, pushEvents } from '../ipc/mount.ts';
import { openConsoleWindow } from './console-window.ts';
import { closeBeforeQuit, keepOneWindow } from './life.ts';
import { dataFlag } from './data-flag.ts';
import { guardPages, guardPermissions } from './guards.ts';
import { consoleHome, declareScheme, serveRenderer } from './home.ts';
import { setMenu } from './menu.ts';
import { print, savePdf } from './paper.ts';
import { catchDefects, tellCannotOpen } from './recovery.ts';
import { wordsFor } from './words.ts';

const dataDir = dataFolder(dataFlag(process.argv));
const home = consoleHome();

// Chromium's own files live below the data folder, so the lock below is per data folder: a second start joins the first.
app.setPath('userData', path.join(dataDir, 'window'));
app.enableSandbox();
declareScheme();

if (app.requestSingleInstanceLock()) await run();
else app.quit();

async function run(): Promise<void> {
  guardPages(home);
  await app.whenReady();
  app.setAppUserModelId('app.laneway.console');
  const words = wordsFor(app.getLocale());
  catchDefects(words);
  guardPermissions();
  serveRenderer();
  setMenu(words);

  // The window loads while the data opens; its first calls wait.
  const opening = tryOpen({ dataDir, host: 'electron' });
  const dispatcher = opening.then((opened) => (opened.ok ? opened.value.dispatcher : undefined));
  mount({ home, dispatcher, print, savePdf });
  const stateFile = path.join(dataDir, 'window', 'place.json');
  const open = (): void => void openConsoleWindow({ home, stateFile, words });
  open();
  const opened = await opening;
  if (opened.ok) {
    pushEvents(opened.value.dispatcher, home);
    keepOneWindow(open);
    closeBeforeQuit(opened.value.close);
    return;
  }
  const problem = opened.refusal;
  const other = problem.kind === 'in-use' ? await freshAddress(problem.running) : undefined;
  // A console in the browser has this data already: this start joins it.
  if (other === undefined) await tellCannotOpen(problem, dataDir, words);
  else await shell.openExternal(other);
  app.exit(other === undefined ? 1 : 0);
}
