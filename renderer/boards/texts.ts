import { textCutter, type TextCutter } from './layout/cut-text.ts';

const FAMILY = '"Inter Variable", Inter, "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
export const TITLE_FONT = `600 12.5px ${FAMILY}`;
export const SMALL_FONT = `600 11px ${FAMILY}`;
export const NOTE_FONT = `400 11px ${FAMILY}`;

export interface Texts {
  readonly title: TextCutter;
  /** Titles of bars that are too short for the usual size. */
  readonly small: TextCutter;
  readonly note: TextCutter;
}

/** Cutters that measure in the fonts of the bars. Make them anew when the fonts have arrived. */
export function makeTexts(): Texts {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const measured = (font: string): TextCutter =>
    textCutter((text) => {
      if (pen === null) return text.length * 7;
      pen.font = font;
      return pen.measureText(text).width;
    });
  return { title: measured(TITLE_FONT), small: measured(SMALL_FONT), note: measured(NOTE_FONT) };
}
