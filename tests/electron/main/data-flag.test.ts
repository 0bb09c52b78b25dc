import { describe, expect, it } from 'vitest';
import { dataFlag } from '../../../electron/main/data-flag.ts';

describe('the data flag', () => {
  it.each([[['electron', '.', '--data', '/d']], [['electron', '--data=/d', '.']], [['--data=/d', '--data=/e']]])(
    'is found in %j',
    (argv) => {
      expect(dataFlag(argv)).toBe('/d');
    },
  );
  it.each([[[]], [['--database=/d']], [['--data']]])('is not found in %j', (argv) => {
    expect(dataFlag(argv)).toBeUndefined();
  });
});
