import type { Console } from '../state/console.ts';
import type { Words } from '../words/words.ts';

/** What an intent looks at: the console, and the words of the moment. */
export interface Scene {
  readonly console: Console;
  readonly words: Words;
}

export type IntentGroup = 'work' | 'plan' | 'go' | 'view' | 'help';

/** One thing a person wants, whatever they used to say it: button, key, menu, palette or drop. */
export interface Intent {
  readonly id: string;
  readonly group: IntentGroup;
  /** Plain, active, and named after what it will do now: "Undo move · Brake discs". */
  readonly label: (scene: Scene) => string;
  /** `Mod` is Ctrl, or Command on a Mac. Like `Mod+Shift+Z`, `T`, `Alt+ArrowLeft`. */
  readonly shortcut?: string;
  /** True when it cannot be done now; the palette hides it, a button shows it switched off. */
  readonly unavailable?: (scene: Scene) => boolean;
  /** By key it is tried also where it seems unavailable: what is known may be a moment old, and a refusal says why not. */
  readonly triedByKey?: true;
  readonly run: (scene: Scene) => void | Promise<void>;
}

export function isAvailable(intent: Intent, scene: Scene): boolean {
  return intent.unavailable?.(scene) !== true;
}
