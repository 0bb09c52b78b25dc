import type { Instant } from '../../domain/time/instant.ts';
import type { WallTime } from '../../domain/time/wall-time.ts';

/** RFC 7265 jCal: name, parameters, value type, values. */
export type JcalValue = string | number | readonly number[] | Readonly<Record<string, string | number>>;
export type JcalProperty = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: JcalValue[],
];
export type JcalComponent = readonly [
  name: string,
  properties: readonly JcalProperty[],
  components: readonly JcalComponent[],
];

/** `2026-11-01T09:00:00Z` */
export function utcText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** `2026-11-01T09:00:00`, what the wall clock shows. */
export function wallText(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 19);
}

/** A text without control characters (line breaks become \n, tabs stay) and without broken surrogates. */
export function cleanText(text: string): string {
  const lines = text.replaceAll(/\r\n?|\u2028|\u2029/gu, '\n');
  return lines.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** A text for a parameter or an address: one line; double quotes would need an escape that few clients know. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, ' ').replaceAll('"', "'").trim();
}

/** An address or link: white space has no place in it. */
export function cleanUri(text: string): string {
  return cleanText(text).replaceAll(/\s/gu, '');
}

/** RFC 5545 3.3.11, for properties whose type the library does not know. */
export function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`).replaceAll('\n', String.raw`\n`);
}
