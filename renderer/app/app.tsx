import { useEffect, useMemo } from 'react';
import { TooltipProvider } from '../design/tooltip.tsx';
import { listenForShortcuts } from '../intents/keyboard.ts';
import { isMac } from '../intents/shortcut.ts';
import { IntentsProvider } from '../intents/use-intents.ts';
import type { Console } from '../state/console.ts';
import { ConsoleProvider } from '../state/use-console.ts';
import { allIntents } from './all-intents.ts';
import { Shell } from './shell.tsx';

/** The whole console over one connection. */
export function App({ console }: { readonly console: Console }) {
  const intents = useMemo(() => allIntents(), []);
  useEffect(() => listenForShortcuts(document, () => intents, console, isMac(navigator.platform)), [console, intents]);
  return (
    <ConsoleProvider value={console}>
      <IntentsProvider value={intents}>
        <TooltipProvider>
          <Shell />
        </TooltipProvider>
      </IntentsProvider>
    </ConsoleProvider>
  );
}
