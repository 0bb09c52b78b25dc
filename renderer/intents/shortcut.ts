export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** True when the stroke is the shortcut. A letter matches whatever its case; signs are compared as typed. */
export function isStroke(shortcut: string, stroke: KeyStroke, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '');
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const other = mac ? stroke.ctrlKey : stroke.metaKey;
  if (wants('Mod') !== mod || other || wants('Alt') !== stroke.altKey) return false;
  // Shift is part of how a sign such as ? or + is typed, so it is compared for letters and named keys alone.
  const named = key.length > 1 || /^[a-z]$/i.test(key);
  if (named && wants('Shift') !== stroke.shiftKey) return false;
  return stroke.key.toLowerCase() === key.toLowerCase();
}

const GLYPHS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** As it is printed beside a command: `Ctrl K`, or `⌘ K` on a Mac. */
export function shortcutText(shortcut: string, mac: boolean): string {
  const modifiers: Readonly<Record<string, string>> = mac ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl' };
  if (shortcut === '+') return shortcut;
  return shortcut
    .split('+')
    .map((part) => modifiers[part] ?? GLYPHS[part] ?? part)
    .join(' ');
}

export function isMac(platform: string): boolean {
  return platform.toLowerCase().startsWith('mac');
}
