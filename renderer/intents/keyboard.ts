import type { Console } from '../state/console.ts';
import { isAvailable, type Intent } from './intent.ts';
import { isStroke } from './shortcut.ts';

/** Runs the intent whose shortcut was struck. Plain keys rest while somebody types; a dialog keeps every key but Mod ones. */
export function listenForShortcuts(
  page: Document,
  intents: () => readonly Intent[],
  console: Console,
  mac: boolean,
): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // Function keys type nothing, so they work while somebody types.
    const plain = !event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key);
    if (plain && (isTyping(event.target) || isInDialog(event.target))) return;
    const scene = { console, words: console.words() };
    const intent = intents().find(
      (one) =>
        one.shortcut !== undefined &&
        isStroke(one.shortcut, event, mac) &&
        (one.triedByKey === true || isAvailable(one, scene)),
    );
    if (intent === undefined) return;
    // Undo inside a text field belongs to the text.
    if (isTyping(event.target) && (intent.id === 'undo' || intent.id === 'redo')) return;
    event.preventDefault();
    void intent.run(scene);
  };
  page.addEventListener('keydown', onKey);
  return () => page.removeEventListener('keydown', onKey);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="menu"], [role="listbox"]:not([data-keys])') !== null
  );
}
