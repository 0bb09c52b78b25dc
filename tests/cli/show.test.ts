import { describe, expect, it } from 'vitest';
import { printable, show } from '../../core/cli/show.ts';

describe('answers for a person', () => {
  it('show lists of things as tables', () => {
    const rows = [
      { name: 'Bay 1', start: Date.UTC(2026, 10, 23, 9), free: true },
      { name: 'Bay 12', start: null, free: false },
    ];
    expect(show(rows)).toBe(
      [
        'name    start              free',
        '------  -----------------  ----',
        'Bay 1   2026-11-23 09:00Z  yes',
        'Bay 12  -                  no',
      ].join('\n'),
    );
  });

  it('show one thing as names and values, and what is inside it indented', () => {
    expect(show({ organization: null, sequence: 7, locations: [{ name: 'Oslo' }], skills: [] })).toBe(
      [
        'organization  -',
        'sequence      7',
        'locations (1)',
        '  name',
        '  ----',
        '  Oslo',
        'skills (0)',
        '  (none)',
      ].join('\n'),
    );
  });

  it('read a number as a time only under a name that means one', () => {
    expect(show({ bytes: 1_795_000_000_000 })).toContain('1795000000000');
    expect(show({ heldUntil: 1_795_000_000_000 })).toMatch(/2026-11-\d\d \d\d:\d\dZ/);
  });

  it('never let a customer’s name command the terminal', () => {
    expect(printable('a\u001B[2Jb\nc\u202E')).toBe('a [2Jb c');
    expect(show([{ name: '\u001B[31mred' }])).not.toContain('\u001B');
  });
});
