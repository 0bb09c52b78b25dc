/** Cuts a text to a width, once: the answer is kept by text and width class. */
export interface TextCutter {
  /** The text, cut with an ellipsis when it is wider; empty when fewer than two letters would stay. */
  cut(text: string, width: number): string;
  width(text: string): number;
}

/** Widths are rounded down to classes of so many pixels, so that neighbouring zoom levels share their cuts. */
const CLASS = 4;
const KEPT = 20_000;
const ELLIPSIS = '…';

/** `measure` gives a text's width in pixels in the font it is drawn with. */
export function textCutter(measure: (text: string) => number): TextCutter {
  const widths = new Map<string, number>();
  const cuts = new Map<string, string>();
  const widthOf = (text: string): number => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = measure(text);
    if (widths.size > KEPT) widths.clear();
    widths.set(text, width);
    return width;
  };
  const cutTo = (text: string, width: number): string => {
    const letters = Array.from(text);
    let low = 0;
    let high = letters.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (measure(letters.slice(0, middle).join('') + ELLIPSIS) <= width) low = middle;
      else high = middle - 1;
    }
    return low < 2 ? '' : letters.slice(0, low).join('').trimEnd() + ELLIPSIS;
  };
  return {
    width: widthOf,
    cut: (text, width) => {
      if (widthOf(text) <= width) return text;
      const room = Math.floor(width / CLASS) * CLASS;
      if (room <= 0) return '';
      const key = `${room} ${text}`;
      const known = cuts.get(key);
      if (known !== undefined) return known;
      const cut = cutTo(text, room);
      if (cuts.size > KEPT) cuts.clear();
      cuts.set(key, cut);
      return cut;
    },
  };
}
