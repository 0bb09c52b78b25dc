import { describe, expect, it } from 'vitest';
import { assertNever } from '../../core/kernel/assert-never.ts';
import { accept, refuse, type Outcome } from '../../core/kernel/outcome.ts';

const half = (value: number): Outcome<number, 'odd'> => (value % 2 === 0 ? accept(value / 2) : refuse('odd'));

describe('outcome', () => {
  it('carries the value of a yes and the refusal of a no as plain data', () => {
    expect(half(4)).toEqual({ ok: true, value: 2 });
    expect(half(3)).toEqual({ ok: false, refusal: 'odd' });
  });
});

describe('assertNever', () => {
  it('names the value that should not exist', () => {
    const lie: unknown = { kind: 'mystery' };
    expect(() => assertNever(lie as never)).toThrow('{"kind":"mystery"}');
  });
});
