import { describe, expect, it } from 'vitest';
import { asId } from '../../core/kernel/id.ts';
import { minutes } from '../../core/domain/time/instant.ts';
import { at, idsFrom } from '../builders/surroundings.ts';
import { differences } from './model/compare.ts';
import { broken, doublyUsed } from './model/invariants.ts';
import { changed, type AppointmentRow, type Rows } from './model/rows.ts';
import { siteOf } from './model/site.ts';

const ids = idsFrom();
const site = siteOf(ids.next);
const [lane] = site.lanes;

function booked(from: number, more: Partial<AppointmentRow> = {}): AppointmentRow {
  const claims = lane === undefined ? [] : [{ resourceId: lane.id, role: 'lead' as const, units: 1 }];
  return {
    entity: 'appointment',
    id: ids.next<'appointment'>(),
    start: at(from),
    end: at(from + 1),
    before: minutes(0),
    after: minutes(15),
    state: { status: 'confirmed' },
    claims,
    workOrderId: null,
    serviceTypeId: null,
    rescheduleCount: 0,
    rescheduleLimit: null,
    customerId: null,
    priority: 'normal',
    source: null,
    segment: null,
    ...more,
  };
}

const lanes = changed(new Map(), site.lanes);
const of = (...rows: readonly AppointmentRow[]): Rows => changed(lanes, rows);

describe('the laws that hold after every step', () => {
  it('find one lane used twice, buffers included, and let what only touches be', () => {
    expect(doublyUsed(of(booked(8), booked(9.25)))).toBeNull();
    expect(doublyUsed(of(booked(8), booked(9)))).toContain('is used 2 times');
    expect(doublyUsed(of(booked(8), booked(9, { state: { status: 'requested', approval: 'none' } })))).toBeNull();
  });

  it('find a stock below nothing', () => {
    const stock = { entity: 'stock', id: site.stockId, onHand: -1, arrivals: [] } as const;
    expect(broken(new Map(), changed(new Map(), [stock]), site, false)).toEqual(['stock is -1']);
  });

  it('find a status that the machine does not allow, which only undo may bring back', () => {
    const before = booked(8, { state: { status: 'no-show', at: at(9) } });
    const after: AppointmentRow = { ...before, state: { status: 'confirmed' } };
    expect(broken(of(before), of(after), site, false)).toEqual(['no-show became confirmed']);
    expect(broken(of(before), of(after), site, true)).toEqual([]);
  });
});

describe('the comparison', () => {
  const row = booked(8);
  const alone = changed(new Map(), [row]);
  const seen = (one: object): Parameters<typeof differences>[1] =>
    new Map([[row.id, { row: one, text: JSON.stringify(one) }]]);

  it('finds nothing where all fields are equal, whatever else the product keeps', () => {
    expect(differences(alone, seen({ ...row, title: 'Meeting' }))).toEqual([]);
  });

  it('tells the field that differs, a row that is missing and one too many', () => {
    expect(differences(alone, seen({ ...row, rescheduleCount: 1 }))).toEqual([
      `appointment ${row.id} rescheduleCount: model 0, product 1`,
    ]);
    expect(differences(alone, new Map())).toEqual([`appointment ${row.id} is missing`]);
    const other = asId<'appointment'>('other');
    expect(differences(new Map(), new Map([[other, { row, text: 'a row' }]]))).toEqual(['a row is not in the model']);
  });
});
