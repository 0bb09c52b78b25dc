declare const brand: unique symbol;

/** A value of type T that only its own maker can produce, so that two numbers with different meanings never swap. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
