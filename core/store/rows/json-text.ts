/** Reads a column this store wrote itself; the caller knows the type. */
export function fromJson(text: string): unknown {
  return JSON.parse(text);
}

const NOTHING: readonly never[] = Object.freeze([]);

/** Reads a list column; most lists are empty, and the empty one costs no parsing. */
export function fromListText(text: string): unknown {
  return text === '[]' ? NOTHING : JSON.parse(text);
}

export function fromNullableJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

export function toNullableJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

export function toFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
