/** What is sent may be changed by whoever gets it; what is kept may not. */
export type Loose<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? Loose<Item>[]
    : { -readonly [K in keyof T]: Loose<T[K]> };

/** A row, or a part of one, as arguments of a command. */
export function asArgs<T>(value: T): Loose<T> {
  return structuredClone(value) as Loose<T>;
}
