/** Width and height in inches of the paper names Electron knows and we use. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = { A4: [8.27, 11.7], Letter: [8.5, 11] };

export interface PdfOptions {
  readonly pageSize?: string;
  readonly landscape?: boolean;
  readonly printBackground?: boolean;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
}

export interface ChromiumPdfOptions {
  readonly landscape: boolean;
  readonly printBackground: boolean;
  readonly preferCSSPageSize: boolean;
  readonly generateTaggedPDF: boolean;
  readonly paperWidth: number;
  readonly paperHeight: number;
}

/** Electron's options in the words of the Chromium call below it, with the same defaults; an unknown option is refused. */
export function chromiumPdfOptions(options: PdfOptions): ChromiumPdfOptions {
  const { pageSize = 'Letter', landscape, printBackground, preferCSSPageSize, generateTaggedPDF, ...rest } = options;
  const unknown = Object.keys(rest);
  if (unknown.length > 0) throw new Error(`stand-in: printToPDF option ${unknown.join(', ')} is not modelled`);
  const size = SIZES[pageSize];
  if (size === undefined) throw new Error(`Invalid pageSize ${pageSize}`);
  return {
    landscape: landscape ?? false,
    printBackground: printBackground ?? false,
    preferCSSPageSize: preferCSSPageSize ?? false,
    generateTaggedPDF: generateTaggedPDF ?? false,
    paperWidth: size[0],
    paperHeight: size[1],
  };
}
