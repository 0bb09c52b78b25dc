import { describe, expect, it } from 'vitest';
import { readClock, stepClock } from '../../../../renderer/panels/shared/clock-input.ts';

describe('a typed time', () => {
  it('is read in every way people write it', () => {
    expect(['9', '945', '9:45', '9.45', '09 45', '0945', '24'].map(readClock)).toEqual([
      '09:00',
      '09:45',
      '09:45',
      '09:45',
      '09:45',
      '09:45',
      '24:00',
    ]);
  });

  it('is none when there is no such time', () => {
    expect(['', 'noon', '25', '9:75', '24:01', '9:5'].map(readClock)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it('goes to the next line of the step’s grid and stays within the day', () => {
    expect(stepClock('09:24', 15, 1)).toBe('09:30');
    expect(stepClock('09:24', 15, -1)).toBe('09:15');
    expect(stepClock('09:30', 15, 1)).toBe('09:45');
    expect(stepClock('00:00', 15, -1)).toBe('00:00');
    expect(stepClock('24:00', 15, 1)).toBe('24:00');
    expect(stepClock('x', 15, 1)).toBeUndefined();
  });
});
