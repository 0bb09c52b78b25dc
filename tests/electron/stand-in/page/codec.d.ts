/** Text for a value; throws the error of a failed clone. */
export function encode(value: unknown): string;
/** The value of a text that `encode` made. */
export function decode(text: string): unknown;
