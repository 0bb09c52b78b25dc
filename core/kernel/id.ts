import type { Brand } from './brand.ts';

/** A UUIDv7 that names one thing of kind Name. Made by whoever issues the command, never by the domain. */
export type Id<Name extends string> = Brand<string, Name>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID in text form. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * Lays out a UUIDv8 (RFC 9562, section 5.8) from the first 32 digits of a hash in hex: the id of something that follows
 * from what is already there, so that whoever makes it twice makes the same one.
 */
export function uuidOfHash(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Brands a text whose form was checked at the boundary. */
export function asId<Name extends string>(text: string): Id<Name> {
  return text as Id<Name>;
}

/**
 * Lays out a UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then version, 74 random bits and variant.
 * `random` holds 10 bytes from the caller's source of randomness.
 */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const time = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0').slice(-12);
  const byte = (index: number): number => random[index] ?? 0;
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  const a = hex(0x70 | (byte(0) & 0x0f)) + hex(byte(1));
  const b = hex(0x80 | (byte(2) & 0x3f)) + hex(byte(3));
  const c = [4, 5, 6, 7, 8, 9].map((index) => hex(byte(index))).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${c}`;
}
