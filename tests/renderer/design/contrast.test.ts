import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

type Mode = 'light' | 'dark';
type Tokens = ReadonlyMap<string, Readonly<Record<Mode, string>>>;

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/design/tokens.css'), 'utf8');

function tokensIn(block: string): Tokens {
  const pairs = block.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

const usual = tokensIn(css.slice(0, css.indexOf('@media')));
const high = new Map([...usual, ...tokensIn(css.slice(css.indexOf('@media (prefers-contrast: more)')))]);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, two) => one - two);
  return (light + 0.05) / (dark + 0.05);
}

const KINDS = ['maintenance', 'diagnostic', 'repair', 'emergency', 'plain'];
const PLAIN_FILLS = ['surface', 'sunken', 'raised', 'bg'];

/** Every text colour with every fill it stands on. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...PLAIN_FILLS, 'accent-soft', ...KINDS.flatMap((kind) => [`${kind}-soft`, `${kind}-done`]), 'off']],
  ['ink-2', [...PLAIN_FILLS, ...KINDS.flatMap((kind) => [`${kind}-soft`, `${kind}-done`]), 'done-soft', 'accent-soft']],
  ['ink-3', ['surface', 'sunken', 'raised', 'off']],
  ['accent', ['surface', 'sunken', 'accent-soft']],
  ['accent-ink', ['accent', 'accent-strong']],
  ['ok-text', ['surface', 'raised', 'ok-soft']],
  ['warn', ['surface', 'raised', 'warn-soft']],
  ['bad', ['surface', 'raised', 'bad-soft']],
  ['now-ink', ['now']],
];

function weakOnes(tokens: Tokens): string[] {
  return (['light', 'dark'] as const).flatMap((mode) =>
    TEXTS.flatMap(([text, fills]) =>
      fills.flatMap((fill) => {
        const ratio = contrast(tokens.get(text)?.[mode] ?? '#000000', tokens.get(fill)?.[mode] ?? '#000000');
        return ratio >= 4.5 ? [] : [`${mode}: ${text} on ${fill} is ${ratio.toFixed(2)}`];
      }),
    ),
  );
}

describe('the colours', () => {
  it('reach 4.5:1 for every text on every fill it stands on, light and dark', () => {
    expect(weakOnes(usual)).toEqual([]);
  });

  it('reach it in high contrast as well', () => {
    expect(weakOnes(high)).toEqual([]);
  });

  it('know every token they are asked for', () => {
    const named = new Set(TEXTS.flatMap(([text, fills]) => [text, ...fills]));
    expect([...named].filter((name) => !usual.has(name))).toEqual([]);
  });

  it('measure black on white as 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
