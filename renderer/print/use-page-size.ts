import { useLayoutEffect } from 'react';
import type { Paper } from './paper.ts';

/** While it is mounted the document prints on this paper, edge to edge: the pages bring their own margins. */
export function usePageSize(paper: Paper): void {
  useLayoutEffect(() => {
    const rule = new CSSStyleSheet();
    rule.replaceSync(`@page { size: ${paper.width}mm ${paper.height}mm; margin: 0; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rule);
    };
  }, [paper]);
}
