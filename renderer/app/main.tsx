import '../design/tokens.css';
import '../design/ground.css';
import { createRoot } from 'react-dom/client';
import zoneTable from '../../resources/zones/zones.json';
import { zonesFrom } from '../../core/domain/time/zones.ts';
import { openConnection } from '../bridge/open-connection.ts';
import { newId } from '../bridge/new-id.ts';
import { openConsole } from '../state/console.ts';
import { App } from './app.tsx';
import { followTheme } from './theme.ts';

performance.mark('laneway:script-start');

const console = openConsole({
  connection: openConnection(window),
  zones: zonesFrom(zoneTable),
  storage: localStorage,
  languages: navigator.languages,
  newId,
  local: () => Date.now(),
  every: (task, milliseconds) => void setInterval(task, milliseconds),
});

followTheme(console.session, document.documentElement);
// The board's two questions go out before React has drawn anything.
void console.cache.prefetch('setup', {});
void console.cache.prefetch('undoState', {});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(<App console={console} />);
