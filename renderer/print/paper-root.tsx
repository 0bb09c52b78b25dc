import { createPortal } from 'react-dom';
import type { Paper } from './paper.ts';
import type { SheetPageFacts } from './pages.ts';
import type { Press } from './sheet-words.ts';
import { SheetPage } from './sheet-page.tsx';
import { usePageSize } from './use-page-size.ts';

/** The pages as the printer gets them: beside the console in the document, shown on paper alone. */
export function PaperRoot({
  pages,
  press,
  paper,
}: {
  readonly pages: readonly SheetPageFacts[];
  readonly press: Press;
  readonly paper: Paper;
}) {
  usePageSize(paper);
  return createPortal(
    <div data-paper="print">
      {pages.map((page) => (
        <SheetPage key={`${page.sheet.resourceId} ${page.number}`} page={page} press={press} paper={paper} />
      ))}
    </div>,
    document.body,
  );
}

/** What comes out when somebody prints the window by the browser's own menu with nothing laid out. */
export function NothingOnPaper({ text }: { readonly text: string }) {
  return createPortal(<p data-paper="print">{text}</p>, document.body);
}
