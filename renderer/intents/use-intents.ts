import { createContext, useContext, useMemo } from 'react';
import { useConsole, useWords } from '../state/use-console.ts';
import { isAvailable, type Intent } from './intent.ts';
import { isMac, shortcutText } from './shortcut.ts';

const Context = createContext<readonly Intent[]>([]);
export const IntentsProvider = Context.Provider;

/** Every intent of the console, in the order of the palette. */
export function useIntents(): readonly Intent[] {
  return useContext(Context);
}

/** An intent as a button or a menu line needs it. */
export interface IntentFace {
  readonly id: string;
  readonly label: string;
  readonly shortcut: string | undefined;
  readonly disabled: boolean;
  readonly run: () => void;
}

export function useFaces(ids?: readonly string[]): readonly IntentFace[] {
  const intents = useIntents();
  const console = useConsole();
  const words = useWords();
  const mac = useMemo(() => isMac(navigator.platform), []);
  const scene = { console, words };
  const wanted = ids === undefined ? intents : ids.flatMap((id) => intents.find((intent) => intent.id === id) ?? []);
  return wanted.map((intent) => ({
    id: intent.id,
    label: intent.label(scene),
    shortcut: intent.shortcut === undefined ? undefined : shortcutText(intent.shortcut, mac),
    disabled: !isAvailable(intent, scene),
    run: () => void intent.run(scene),
  }));
}

/** One intent; throws on an id nobody has registered, because that is a slip of the pen. */
export function useFace(id: string): IntentFace {
  const [face] = useFaces([id]);
  if (face === undefined) throw new Error(`No intent is called ${id}`);
  return face;
}
