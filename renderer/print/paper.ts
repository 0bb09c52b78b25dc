/** The sheets of paper a day is printed on, upright, in millimetres. */
export type PaperName = 'A4' | 'Letter';

export interface Paper {
  readonly name: PaperName;
  readonly width: number;
  readonly height: number;
}

export const PAPER_NAMES: readonly PaperName[] = ['A4', 'Letter'];

const PAPERS: Readonly<Record<PaperName, Paper>> = {
  A4: { name: 'A4', width: 210, height: 297 },
  Letter: { name: 'Letter', width: 215.9, height: 279.4 },
};

/** Around the text; printers cannot reach the outermost 4 to 6 mm. */
export const MARGIN = { top: 13, side: 14, bottom: 11 } as const;

/** CSS pixels of a millimetre, on screen and on paper alike. */
export const PIXELS = 96 / 25.4;

export function paperOf(name: PaperName): Paper {
  return PAPERS[name];
}

/** How wide the text of a page runs, in millimetres. */
export function textWidth(paper: Paper): number {
  return paper.width - 2 * MARGIN.side;
}

/** Where Letter is what the shops sell. */
const LETTER_REGIONS = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE']);
const KEY = 'laneway.paper.1';

/** The paper used last on this machine, else the one of the region. */
export function keptPaper(storage: Storage, languages: readonly string[]): PaperName {
  const kept = PAPER_NAMES.find((name) => name === read(storage));
  if (kept !== undefined) return kept;
  return LETTER_REGIONS.has(languages[0]?.split('-').at(-1) ?? '') ? 'Letter' : 'A4';
}

export function keepPaper(storage: Storage, name: PaperName): void {
  try {
    storage.setItem(KEY, name);
  } catch {
    // A full or forbidden storage costs the habit, never the print.
  }
}

function read(storage: Storage): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}
