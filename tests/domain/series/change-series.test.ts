import { describe, expect, it } from 'vitest';
import { changeSeries, endBefore, splitSeries } from '../../../core/domain/series/change-series.ts';
import { cancelOccurrence, changeOccurrence } from '../../../core/domain/series/exceptions.ts';
import { compileSeries, occurrenceAt, occurrencesWithin } from '../../../core/domain/series/occurrences.ts';
import type { Series } from '../../../core/domain/series/series.ts';
import { instant, minutes, range } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { zone, zones } from '../time/product-zones.ts';

function series(more: Partial<Series>): Series {
  return {
    id: asId('series'),
    organizationId: asId('organization'),
    locationId: asId('location'),
    name: 'Visit',
    description: '',
    zone: zone('Europe/Oslo'),
    start: '2026-11-23T09:00',
    duration: minutes(60),
    before: minutes(0),
    after: minutes(0),
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    extra: [],
    exceptions: [],
    claims: [],
    participants: [],
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    place: null,
    priority: 'normal',
    splitFrom: null,
    active: true,
    ...more,
  };
}

const year = range(instant(Date.parse('2026-11-01T00:00Z')), instant(Date.parse('2027-11-01T00:00Z')));
const startsOf = (one: Series): readonly string[] =>
  occurrencesWithin(compileSeries(one), zones, year).map(({ range: { from } }) =>
    new Date(from).toISOString().slice(0, 16),
  );

describe('where the clocks change', () => {
  it('a start that they skip happens, later by the gap, and counts', () => {
    const skipped = series({ start: '2027-03-27T02:30', rule: 'FREQ=DAILY;COUNT=3' });
    expect(startsOf(skipped)).toEqual(['2027-03-27T01:30', '2027-03-28T01:30', '2027-03-29T00:30']);
    expect(occurrenceAt(compileSeries(skipped), zones, '2027-03-28T02:30')?.start).toBe('2027-03-28T02:30');
  });

  it('a start that comes twice happens once, at the first', () => {
    const twice = series({ start: '2027-10-30T02:30', rule: 'FREQ=DAILY;COUNT=3' });
    expect(startsOf(twice)).toEqual(['2027-10-30T00:30', '2027-10-31T00:30']);
  });

  it('the duration is minutes that pass', () => {
    const night = series({ start: '2027-03-27T22:00', duration: minutes(480), rule: 'FREQ=DAILY;COUNT=1' });
    const [found] = occurrencesWithin(compileSeries(night), zones, year);
    expect(found && (found.range.to - found.range.from) / 60_000).toBe(480);
  });
});

describe('changing a whole series', () => {
  it('moves an UNTIL along, so that the number stays', () => {
    const until = series({ rule: 'FREQ=WEEKLY;UNTIL=20261207T080000Z;BYDAY=MO' });
    const later = changeSeries(until, zones, { start: '2026-11-24T15:00' });
    expect(later?.rule).toBe('FREQ=WEEKLY;UNTIL=20261208T140000Z;BYDAY=TU');
    expect(later && startsOf(later).length).toBe(3);
  });

  it('keeps the days of a week together when they move over its end', () => {
    const weekend = series({ start: '2026-11-27T09:00', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU;COUNT=4' });
    const moved = changeSeries(weekend, zones, { start: '2026-11-28T09:00' });
    expect(moved?.rule).toBe('FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=MO,SA;WKST=TU');
    const days = (one: Series): readonly number[] =>
      startsOf(one).map((text) => Date.parse(`${text.slice(0, 10)}T00:00Z`) / 86_400_000);
    expect(moved && days(moved)).toEqual(days(weekend).map((day) => day + 1));
  });

  it('to a day that the rule does not name needs a rule', () => {
    const monthly = series({ rule: 'FREQ=MONTHLY;BYDAY=4MO' });
    expect(changeSeries(monthly, zones, { start: '2026-11-24T09:00' })).toBeNull();
    const tuesdays = { start: '2026-11-24T09:00', rule: 'FREQ=MONTHLY;BYDAY=4TU' };
    expect(changeSeries(monthly, zones, tuesdays)?.start).toBe('2026-11-24T09:00');
  });

  it('takes a resized occurrence along and leaves a placed one', () => {
    const resized = changeOccurrence(series({}), '2026-11-30T09:00', { duration: minutes(90) });
    const both = changeOccurrence(resized, '2026-12-07T09:00', { to: '2026-12-08T12:00' });
    const moved = changeSeries(both, zones, { start: '2026-11-23T10:00' });
    expect(moved?.exceptions).toMatchObject([
      { start: '2026-11-30T10:00', to: '2026-11-30T10:00', duration: 90 },
      { start: '2026-12-07T10:00', to: '2026-12-08T12:00', duration: 60 },
    ]);
  });

  it('moves further starts along', () => {
    const extra = series({ extra: ['2026-11-25T09:00'], rule: 'FREQ=WEEKLY;COUNT=1' });
    const moved = changeSeries(extra, zones, { start: '2026-11-23T10:00' });
    expect(moved && startsOf(moved)).toEqual(['2026-11-23T09:00', '2026-11-25T09:00']);
  });
});

describe('splitting a series', () => {
  it('at a skipped occurrence makes it the first of the new one', () => {
    const skipped = cancelOccurrence(series({ rule: 'FREQ=WEEKLY;COUNT=4' }), '2026-12-07T09:00');
    const split = splitSeries(skipped, zones, '2026-12-07T09:00', { id: asId('later') });
    expect(split && startsOf(split.before)).toHaveLength(2);
    expect(split && startsOf(split.after)).toEqual(['2026-12-07T08:00', '2026-12-14T08:00']);
  });

  it('keeps an appointment of that occurrence its own', () => {
    const booked = {
      start: '2026-12-07T09:00',
      change: 'appointment',
      appointmentId: asId<'appointment'>('visit'),
    } as const;
    const split = splitSeries(series({ exceptions: [booked] }), zones, booked.start, {
      id: asId('later'),
      start: '2026-12-07T11:00',
    });
    expect(split?.before.exceptions).toEqual([]);
    expect(split?.after.exceptions).toEqual([{ ...booked, start: '2026-12-07T11:00' }]);
  });

  it('leaves no occurrence out and doubles none, whatever the hour of the change', () => {
    const nightly = series({ start: '2027-03-25T02:30', rule: 'FREQ=DAILY;COUNT=8' });
    for (const at of ['2027-03-27T02:30', '2027-03-28T02:30', '2027-03-29T02:30']) {
      const split = splitSeries(nightly, zones, at, { id: asId('later') });
      expect(split && [...startsOf(split.before), ...startsOf(split.after)]).toEqual(startsOf(nightly));
    }
  });
});

describe('ending a series', () => {
  it('before its first occurrence leaves nothing and makes it inactive', () => {
    const ended = endBefore(series({}), zones, '2026-11-23T09:00');
    expect(ended.active).toBe(false);
    expect(startsOf(ended)).toEqual([]);
  });
});
