/** Reads a column this store wrote itself. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

const NOTHING: readonly never[] = Object.freeze([]);

/** Reads a list column; most lists are empty, and the empty one costs no parsing. */
export function fromListText<T>(text: string): readonly T[] {
  return text === '[]' ? NOTHING : fromJson<readonly T[]>(text);
}

export function fromNullableJson<T>(text: string | null): T | null {
  return text === null ? null : fromJson<T>(text);
}

export function toNullableJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

export function toFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
