import type { PaperOutcome, Shell } from '../../core/contract/shell.ts';

/** How long a browser that does not wait for its dialog gets to say that it has printed, in milliseconds. */
const PATIENCE = 1500;

/** As much of the window as printing needs; `laneway` is put there by Electron's preload. */
export type PaperWindow = Pick<Window, 'addEventListener' | 'print'> & {
  readonly laneway?: { readonly shell?: Pick<Shell, 'print' | 'savePdf'> };
};

/** What the window can do with paper: Electron's own, else the browser's print dialog, which makes PDFs itself. */
export function paperShell(page: PaperWindow): {
  readonly print: Shell['print'];
  readonly savePdf: Shell['savePdf'] | null;
} {
  const shell = page.laneway?.shell;
  if (shell !== undefined) return shell;
  return { print: () => browserPrint(page), savePdf: null };
}

/** Answers when the browser has taken the pages; whether they were printed it tells nobody. */
function browserPrint(page: PaperWindow): Promise<PaperOutcome> {
  return new Promise((resolve) => {
    const done = (): void => resolve({ done: true });
    page.addEventListener('afterprint', done, { once: true });
    page.print();
    setTimeout(done, PATIENCE);
  });
}
