import { describe, expect, it } from 'vitest';
import { at, lead, placed, technician } from '../board/a-context.ts';
import { ask, type Case } from './ask.ts';

const one: Case = {
  rule: 'not-past',
  facts: { now: at('09:00'), technicians: [technician('Priya')] },
  placement: placed('09:00', 60, lead('Priya')),
};

describe('the past', () => {
  it('ends now: a start at this minute is clear', () => {
    expect(ask(one)).toEqual([]);
  });

  it('blocks one minute earlier', () => {
    expect(ask({ ...one, placement: placed('08:59', 60) })).toEqual(['block past']);
  });

  it('is no obstacle when writing down what happened', () => {
    expect(ask({ ...one, placement: placed('08:00', 60), recording: true })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one, placement: placed('08:00', 60), severity: 'caution' })).toEqual(['caution past']);
  });
});
