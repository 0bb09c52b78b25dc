/** Size of the strip's titles, in points. */
export const LABEL_SIZE = 7.5;
const POINTS_PER_MM = 72 / 25.4;
/** White between a title and the frame of its block, both sides together, in millimetres. */
const INSET = 1.2;

/** Widths in ems, on the safe side of Inter's: narrow letters, capitals and wide ones, the rest. */
const NARROW = /[iljtfr.,:;'|!()[\]\s-]/;
const WIDE = /[mwMWQOGDNHCUA@%&—…]/;

function widthOf(text: string): number {
  let ems = 0;
  for (const letter of text)
    ems += NARROW.test(letter) ? 0.4 : WIDE.test(letter) ? 0.9 : /\p{Lu}/u.test(letter) ? 0.7 : 0.62;
  return ems;
}

/**
 * As much of a title as stands in a block `width` millimetres wide on at most `most` lines: whole words if any, else
 * the beginning of the first word with an ellipsis, else nothing.
 */
export function labelLines(title: string, width: number, most: number): readonly string[] {
  const room = ((width - INSET) * POINTS_PER_MM) / LABEL_SIZE;
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else if (lines.length < most && widthOf(word) <= room) lines.push(word);
    else break;
  }
  const last = lines.pop();
  if (last !== undefined) return [...lines, last.replace(/[\s,;:·–-]+$/u, '')];
  return shortened(title.split(/\s+/)[0] ?? '', room);
}

function shortened(word: string, room: number): readonly string[] {
  const letters = Array.from(word);
  for (let count = letters.length - 1; count >= 3; count -= 1) {
    const text = `${letters.slice(0, count).join('')}…`;
    if (widthOf(text) <= room) return [text];
  }
  return [];
}
