import type { Page } from 'playwright';
import type { CallKind } from '../../core/contract/dispatch.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import type { PaperOptions, PaperOutcome } from '../../core/contract/shell.ts';

/** Calls the contract the way the console does: in the page, through `window.laneway`. */
export function callFromPage(page: Page, kind: CallKind, name: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    (words) => {
      const bridge = Reflect.get(window, 'laneway') as { call(...words: unknown[]): Promise<Reply> };
      return bridge.call(...words);
    },
    [kind, name, input],
  );
}

/** Asks the shell for paper from the page. */
export function paperFromPage(page: Page, what: 'print' | 'savePdf', options: PaperOptions): Promise<PaperOutcome> {
  return page.evaluate(
    ([name, wanted]) => {
      const bridge = Reflect.get(window, 'laneway') as {
        shell: Record<string, (options: unknown) => Promise<PaperOutcome>>;
      };
      const work = bridge.shell[name];
      if (work === undefined) throw new Error(`window.laneway.shell.${name} is missing`);
      return work(wanted);
    },
    [what, options] as const,
  );
}

/** Collects the frames that `window.laneway.subscribe` hears from now on; answers how to read them. */
export async function framesInPage(page: Page): Promise<() => Promise<readonly unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(window, 'heardFrames', heard);
    const bridge = Reflect.get(window, 'laneway') as { subscribe(listener: (frame: unknown) => void): () => void };
    bridge.subscribe((frame) => heard.push(frame));
  });
  return () => page.evaluate(() => Reflect.get(window, 'heardFrames') as unknown[]);
}
