import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, uuidv7 } from '../../core/kernel/id.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('uuidv7', () => {
  it('lays out the example of RFC 9562, appendix A.6', () => {
    // rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F (62 bits), at 2022-02-22T14:22:22-05:00
    const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidv7(1_645_557_742_000, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('always has version 7, the RFC variant and the time in front', () => {
    fc.assert(
      fc.property(time, random, (at, bytes) => {
        const id = uuidv7(at, bytes);
        expect(isId(id)).toBe(true);
        expect(id.charAt(14)).toBe('7');
        expect('89ab').toContain(id.charAt(19));
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at);
      }),
    );
  });

  it('sorts as text by time', () => {
    fc.assert(
      fc.property(time, time, random, random, (a, b, x, y) => {
        fc.pre(a !== b);
        expect(uuidv7(a, x) < uuidv7(b, y)).toBe(a < b);
      }),
    );
  });

  it('keeps all 74 random bits apart', () => {
    const ids = new Set<string>();
    for (let bit = 0; bit < 80; bit += 1) {
      const bytes = new Uint8Array(10);
      bytes[Math.floor(bit / 8)] = 1 << (bit % 8);
      ids.add(uuidv7(0, bytes));
    }
    // 80 bits go in; the 6 that version and variant cover all give the same id as no bit at all.
    expect(ids.size).toBe(75);
  });
});

describe('isId', () => {
  it.each([
    '',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    '017f22e279b07cc398c4dc0c0c07398f',
  ])('refuses %j', (text) => {
    expect(isId(text)).toBe(false);
  });
});
