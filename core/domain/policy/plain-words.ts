/** The words of a text, in small letters and without what stands between them. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text as its words alone, however it is written. */
export function plain(text: string): string {
  return wordsOf(text).join(' ');
}
