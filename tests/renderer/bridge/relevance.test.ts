import { describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../../core/contract/events.ts';
import type { EntityName } from '../../../core/domain/ops/op.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import { isRelevant } from '../../../renderer/bridge/relevance.ts';
import { id } from '../fixture/day.ts';

const changed = (entity: EntityName, ...locations: readonly number[]): ChangeEvent => ({
  event: 'changed',
  sequence: 2,
  command: 'moveAppointment',
  commandId: '',
  by: 'Dana',
  at: instant(0),
  touched: [{ entity, id: 'x' }],
  locations: locations.map((number) => id<'location'>(number)),
  range: null,
});

describe('a change event', () => {
  it('makes the board of its location ask again, not that of another', () => {
    const input = { locationId: id<'location'>(1), date: '2026-11-23', days: 1 };
    expect(isRelevant('boardForRange', input, changed('appointment', 1))).toBe(true);
    expect(isRelevant('boardForRange', input, changed('appointment', 2))).toBe(false);
  });

  it('concerns everybody when it names no location', () => {
    expect(isRelevant('boardForRange', { locationId: id<'location'>(1) }, changed('resource'))).toBe(true);
  });

  it('leaves answers alone that are made of other things', () => {
    expect(isRelevant('setup', {}, changed('appointment', 1))).toBe(false);
    expect(isRelevant('setup', {}, changed('resource', 1))).toBe(true);
  });

  it('always changes what undo would do', () => {
    expect(isRelevant('undoState', {}, changed('customer'))).toBe(true);
  });
});
