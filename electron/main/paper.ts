import { BrowserWindow, dialog, type WebContents } from 'electron';
import { writeFile } from 'node:fs/promises';
import type { PaperOptions, PaperOutcome } from '../../core/contract/shell.ts';

type Options = Required<PaperOptions>;

/** Shows the system's print dialog for what the page's print styles lay out. */
export function print(sender: WebContents, { pageSize, landscape }: Options): Promise<PaperOutcome> {
  return new Promise((resolve) => {
    sender.print({ pageSize, landscape, printBackground: true }, (success, reason) => {
      if (success) resolve({ done: true });
      else resolve({ done: false, why: /cancell?ed/i.test(reason) ? 'cancelled' : 'failed' });
    });
  });
}

/** Makes the PDF first, so that a page that cannot be printed asks for no place. */
export async function savePdf(sender: WebContents, { pageSize, landscape, fileName }: Options): Promise<PaperOutcome> {
  try {
    const pdf = await sender.printToPDF({
      pageSize,
      landscape,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
    });
    const question = { defaultPath: fileName, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
    const window = BrowserWindow.fromWebContents(sender);
    const answer = await (window === null ? dialog.showSaveDialog(question) : dialog.showSaveDialog(window, question));
    if (answer.canceled || answer.filePath === '') return { done: false, why: 'cancelled' };
    await writeFile(answer.filePath, pdf);
    return { done: true, file: answer.filePath };
  } catch {
    return { done: false, why: 'failed' };
  }
}
