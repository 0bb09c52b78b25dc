import * as fc from 'fast-check';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { below, customer, lanes, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { ask, type Asked } from './asks.ts';
import { claimsOf, nth, startOf } from './naming.ts';
import { isEndless, occurrencesOf, shifted, startsOf, wallAt } from './occurrences.ts';
import { MINUTE } from '../../../core/domain/time/instant.ts';
import { lanesOf } from './needs.ts';
import { every, type Model } from './rows.ts';
import { bookOccurrence, createSeries, editOccurrence, endSeries, updateSeries } from './series.ts';
import type { SeriesRow } from './series-rows.ts';
import type { Customer, LanesWanted, Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';

interface Repeat extends When, Sent {
  readonly do: 'repeat';
  readonly pick: number;
  readonly lanes: LanesWanted | null;
  readonly interval: number;
  readonly count: number;
  readonly customer: Customer;
  readonly fits: boolean;
}

/** `nth` is which of its occurrences, `value` what becomes of it. */
interface OnSeries extends When, Sent {
  readonly do: 'changeSeries' | 'endSeries' | 'editOccurrence' | 'bookOccurrence';
  readonly pick: number;
  readonly nth: number;
  readonly value: number;
  readonly lanes: LanesWanted | null;
  readonly fits: boolean;
}

const some: fc.Arbitrary<LanesWanted | null> = fc.option(lanes, { freq: 3 });

/** What repeats. Everything lasts for days at most, but for what claims nothing: that may last for ever. */
export const seriesTopic = topic<Repeat | OnSeries>({
  steps: [
    weighted(
      5,
      fc.record({
        do: fc.constant('repeat'),
        pick,
        lanes: some,
        interval: fc.constantFrom(1, 1, 2),
        count: fc.integer({ min: 1, max: 4 }),
        customer,
        fits: mostly(true),
        ...when,
        ...sent,
      } as const),
    ),
    weighted(
      12,
      fc.record({
        do: fc.constantFrom(
          ...(['changeSeries', 'endSeries', 'editOccurrence', 'editOccurrence', 'editOccurrence'] as const),
          ...(['bookOccurrence', 'bookOccurrence', 'bookOccurrence'] as const),
        ),
        pick,
        nth: below(5),
        value: below(1000),
        lanes: some,
        fits: mostly(true),
        ...when,
        ...sent,
      } as const),
    ),
  ],
  say: {
    repeat: repeating,
    changeSeries: updating,
    endSeries: ending,
    editOccurrence: editing,
    bookOccurrence: booking,
  },
  answers: {
    createSeries,
    updateSeries,
    endSeries: (model, _site, asked) => endSeries(model, asked),
    editOccurrence,
    bookOccurrence,
  },
  read: (read) => read.all('series'),
});

function repeating(step: Repeat, { model, site, ids }: Scene): Asked {
  const service = step.pick % 2 === 0 ? nth(every(model.rows, 'serviceType'), step.pick) : null;
  const wanted = step.lanes === null ? [] : claimsOf(model.rows, step.lanes);
  const end = step.lanes === null && step.pick % 3 === 0 ? '' : `;COUNT=${step.count}`;
  const taken = step.fits ? null : nth(every(model.rows, 'series'), step.pick);
  return ask('createSeries', {
    id: taken?.id ?? ids.next(),
    locationId: site.locationId,
    name: 'Inspection',
    claims: wanted,
    start: wallAt(startOf(step)),
    duration: step.length,
    rule: `FREQ=DAILY${end}${step.interval === 1 ? '' : `;INTERVAL=${step.interval}`}`,
    serviceTypeId: service?.id ?? null,
    customerId: step.customer === null ? null : site.customers[step.customer],
    ...(step.pick % 5 === 0 ? { before: 5, after: 0 } : {}),
  });
}

function picked(step: OnSeries, model: Model): SeriesRow | null {
  return nth(every(model.rows, 'series'), step.pick);
}

function technician({ pick: which }: OnSeries, model: Model): string | null {
  const all = lanesOf(model.rows).filter((one) => one.kind === 'technician' && one.active);
  return nth(all, which)?.id ?? null;
}

/** Nobody is put on what lasts for ever: a year of it would be judged minute by minute. */
function claimsFor(step: OnSeries, series: SeriesRow, model: Model): CommandArgs<'bookAppointment'>['claims'] | null {
  return step.lanes === null || isEndless(series) ? null : claimsOf(model.rows, step.lanes);
}

function updating(step: OnSeries, { model, ids }: Scene): Asked | null {
  const series = picked(step, model);
  if (series === null) return null;
  const id = step.fits ? series.id : ids.next();
  const claims = claimsFor(step, series, model);
  const service = nth(every(model.rows, 'serviceType'), step.value);
  const assigneeId = step.value % 5 === 0 && !isEndless(series) ? technician(step, model) : null;
  return ask('updateSeries', {
    id,
    ...(step.value % 3 === 0 ? { name: `Inspection ${step.value % 4}` } : {}),
    ...(claims === null ? {} : { claims }),
    ...(assigneeId === null ? {} : { assigneeId }),
    ...(step.value % 4 === 0 ? { serviceTypeId: step.value % 8 === 0 ? null : (service?.id ?? null) } : {}),
    ...(step.value % 7 === 0 ? { before: step.value % 14 === 0 ? null : 10, after: step.value % 20 } : {}),
  });
}

function ending(step: OnSeries, { model, ids }: Scene): Asked | null {
  const series = picked(step, model);
  return series === null ? null : ask('endSeries', { id: step.fits ? series.id : ids.next() });
}

/** Mostly one that is there; sometimes one that never was. */
function wallOf(step: OnSeries, series: SeriesRow): string {
  const starts = step.value % 9 === 0 ? startsOf(series) : occurrencesOf(series).map((one) => one.start);
  return (step.fits ? nth(starts, step.nth) : null) ?? shifted(series.start, 17 * MINUTE);
}

function editing(step: OnSeries, { model, ids }: Scene): Asked | null {
  const series = picked(step, model);
  if (series === null) return null;
  const { value } = step;
  const head = { seriesId: series.id, occurrence: wallOf(step, series) };
  const scope = (['this', 'this', 'following', 'all'] as const)[value % 4] ?? 'this';
  if (value % 5 === 0 && scope !== 'all') return ask('editOccurrence', { ...head, scope, change: { kind: 'skip' } });
  // Within the same day, so that what is looked through when it is saved has it.
  const start = `${head.occurrence.slice(0, 10)}T${wallAt(startOf(step)).slice(11)}`;
  const count = isEndless(series) ? '' : `;COUNT=${1 + (value % 4)}`;
  const assigneeId = value % 11 === 0 && !isEndless(series) ? technician(step, model) : null;
  return ask('editOccurrence', {
    ...head,
    scope,
    change: {
      kind: 'change',
      start: value % 3 === 0 ? null : start,
      duration: value % 2 === 0 ? null : step.length,
      claims: claimsFor(step, series, model),
      assigneeId,
      rule: scope !== 'this' && value % 7 === 0 ? `FREQ=DAILY${count};INTERVAL=2` : null,
    },
    newSeriesId: scope === 'following' ? ids.next() : null,
  });
}

function booking(step: OnSeries, { model, ids }: Scene): Asked | null {
  const series = picked(step, model);
  if (series === null) return null;
  return ask('bookOccurrence', {
    seriesId: step.value % 17 === 0 ? ids.next() : series.id,
    occurrence: wallOf(step, series),
    id: (step.value % 19 === 0 ? nth(every(model.rows, 'appointment'), step.pick)?.id : null) ?? ids.next(),
    reservationIds: series.serviceTypeId === null ? [] : [ids.next()],
    recording: step.value % 6 === 0,
  });
}
