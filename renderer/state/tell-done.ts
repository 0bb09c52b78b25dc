import type { Console } from './console.ts';

/**
 * A short note that something is done, with the way back beside it: `steps` commands, newest first. Only the newest note
 * offers it, because undo always means the newest change.
 */
export function tellDone(console: Console, text: string, steps = 1): void {
  const { notices } = console;
  const label = console.words().ui('ui.undo');
  for (const old of notices.getState().toasts)
    if (old.tone === 'ok' && old.action !== undefined) notices.dismiss(old.id);
  notices.toast({ tone: 'ok', text, action: { label, run: () => void takeBack(console, steps) } });
  notices.announce(text);
}

/** Takes back so many commands, newest first; stops where somebody has changed something since. */
export async function takeBack(console: Console, steps: number): Promise<boolean> {
  for (let done = 0; done < steps; done += 1) {
    const reply = await console.perform('undo', {});
    if (!reply.ok) return false;
    console.notices.announce(console.words().ui('ui.undo.done', { subject: reply.value.subject }));
  }
  return true;
}
