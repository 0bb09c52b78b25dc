/** What a console may ask of the window it runs in. A browser offers the same face over its own print dialog. */
export interface Shell {
  /** `win32`, `darwin`, `linux`, or `browser`. */
  readonly platform: string;
  /** Shows the system's print dialog for the page as its print styles lay it out. */
  print(options: PaperOptions): Promise<PaperOutcome>;
  /** Asks for a place and writes the page there as a PDF. */
  savePdf(options: PaperOptions): Promise<PaperOutcome>;
}

export interface PaperOptions {
  readonly pageSize: 'A4' | 'Letter';
  readonly landscape?: boolean;
  /** Name that is offered for the file, without a folder. */
  readonly fileName?: string;
}

export type PaperOutcome =
  | { readonly done: true; readonly file?: string }
  | { readonly done: false; readonly why: 'cancelled' | 'refused' | 'failed' };
