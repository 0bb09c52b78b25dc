import { describe, expect, it } from 'vitest';
import type { PaperOptions, PaperOutcome } from '../../../core/contract/shell.ts';
import { paperShell } from '../../../renderer/print/paper-shell.ts';

describe('what a window can do with paper', () => {
  it('is what Electron offers, where there is Electron', async () => {
    const asked: PaperOptions[] = [];
    const answer = (options: PaperOptions): Promise<PaperOutcome> => {
      asked.push(options);
      return Promise.resolve({ done: true, file: 'a.pdf' });
    };
    const page = Object.assign(new EventTarget(), {
      print: () => expect.fail('The browser was asked'),
      laneway: { shell: { print: answer, savePdf: answer } },
    });
    const shell = paperShell(page);
    expect(await shell.savePdf?.({ pageSize: 'Letter', fileName: 'a.pdf' })).toEqual({ done: true, file: 'a.pdf' });
    expect(asked).toEqual([{ pageSize: 'Letter', fileName: 'a.pdf' }]);
  });

  it('is the print dialog in a browser, which makes PDFs itself', async () => {
    let printed = 0;
    const page = Object.assign(new EventTarget(), {
      print: () => {
        printed += 1;
        page.dispatchEvent(new Event('afterprint'));
      },
    });
    const shell = paperShell(page);
    expect(shell.savePdf).toBeNull();
    expect(await shell.print({ pageSize: 'A4' })).toEqual({ done: true });
    expect(printed).toBe(1);
  });
});
