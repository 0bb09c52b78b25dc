import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { placed } from '../board/a-context.ts';
import { ask, type Case } from './ask.ts';

const lasting = (length: number): Case => ({
  rule: 'duration-range',
  needs: { durationRange: { kind: 'Diagnostic', shortest: minutes(120), longest: minutes(180) } },
  placement: placed('09:00', length),
});

describe('the duration', () => {
  it('is clear from the shortest to the longest, both included', () => {
    expect(ask(lasting(120))).toEqual([]);
    expect(ask(lasting(180))).toEqual([]);
  });

  it('is a caution outside', () => {
    expect(ask(lasting(119))).toEqual(['caution too-short']);
    expect(ask(lasting(181))).toEqual(['caution too-long']);
  });

  it('is free without a kind', () => {
    expect(ask({ ...lasting(5), needs: { durationRange: null } })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...lasting(5), severity: 'block' })).toEqual(['block too-short']);
  });
});
