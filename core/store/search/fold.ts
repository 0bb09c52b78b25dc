/** Letters that Unicode does not take apart into a letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const WORDS = /[\p{L}\p{N}]+/gu;

/** Lower case without accents: "Müller" is found by "muller", "Sørensen" by "sorensen". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text, folded; punctuation, quotes and emoji only separate them. */
export function words(text: string): string[] {
  return fold(text).match(WORDS) ?? [];
}

const SHORTEST_ENDING = 3;
const LONGEST_CODE = 40;

/**
 * A plate, serial or phone number as people say any part of it: its own words, and every ending of the number written
 * without gaps, so that the beginning of an ending finds a part from the middle.
 */
export function codeWords(text: string): string[] {
  const parts = words(text);
  const whole = parts.join('').slice(0, LONGEST_CODE);
  const endings: string[] = [];
  for (let from = 0; from === 0 || from <= whole.length - SHORTEST_ENDING; from += 1) endings.push(whole.slice(from));
  return [...parts, ...endings].filter((part) => part !== '');
}
