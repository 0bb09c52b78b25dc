import { describe, expect, it } from 'vitest';
import { isStroke, shortcutText } from '../../../renderer/intents/shortcut.ts';

const stroke = (key: string, ...held: readonly ('ctrl' | 'meta' | 'alt' | 'shift')[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('a shortcut', () => {
  it('asks for Ctrl on a PC and for Command on a Mac', () => {
    expect(isStroke('Mod+K', stroke('k', 'ctrl'), false)).toBe(true);
    expect(isStroke('Mod+K', stroke('k', 'meta'), false)).toBe(false);
    expect(isStroke('Mod+K', stroke('k', 'meta'), true)).toBe(true);
    expect(isStroke('Mod+K', stroke('k', 'ctrl'), true)).toBe(false);
  });

  it('tells undo from redo by Shift', () => {
    expect(isStroke('Mod+Z', stroke('Z', 'ctrl', 'shift'), false)).toBe(false);
    expect(isStroke('Mod+Shift+Z', stroke('Z', 'ctrl', 'shift'), false)).toBe(true);
    expect(isStroke('Mod+Shift+Z', stroke('z', 'ctrl'), false)).toBe(false);
  });

  it('takes a sign as it is typed, with Shift where the keyboard needs it', () => {
    expect(isStroke('?', stroke('?', 'shift'), false)).toBe(true);
    expect(isStroke('+', stroke('+'), false)).toBe(true);
    expect(isStroke('+', stroke('-'), false)).toBe(false);
  });

  it('ignores the case of a letter, because Caps Lock may be on', () => {
    expect(isStroke('T', stroke('t'), false)).toBe(true);
    expect(isStroke('T', stroke('T'), false)).toBe(true);
    expect(isStroke('T', stroke('T', 'shift'), false)).toBe(false);
  });

  it('is written as the keyboard shows it', () => {
    expect(shortcutText('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
    expect(shortcutText('Mod+K', true)).toBe('⌘ K');
    expect(shortcutText('Alt+ArrowLeft', false)).toBe('Alt ←');
    expect(shortcutText('+', false)).toBe('+');
  });
});
