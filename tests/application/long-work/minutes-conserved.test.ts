import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../core/kernel/sorted-ranges.ts';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { at } from '../../builders/surroundings.ts';
import { snapshotOf } from '../../builders/snapshot.ts';
import { minutesOf, numbers, openLongWork, type LongWorkStage } from './long-work-stage.ts';

/** One thing somebody does to one of the parts: which one and how far in are shares of what there is. */
interface Act {
  readonly what: 'split' | 'merge' | 'carry';
  readonly which: number;
  readonly where: number;
  readonly round: boolean;
}

const share = fc.integer({ min: 0, max: 99 }).map((count) => count / 100);
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('split', 'merge', 'carry'),
  which: share,
  where: share,
  round: fc.boolean(),
});

/** Tries it, and says whether it was accepted. A refusal is fine here: it must not lose a minute either. */
async function does(stage: LongWorkStage, { what, which, where, round }: Act): Promise<boolean> {
  const rows = await stage.standing();
  const one = rows[Math.floor(which * rows.length)];
  if (one === undefined) return false;
  const length = (one.end - one.start) / 60_000;
  const minutes = Math.max(1, Math.round(where * length));
  switch (what) {
    case 'split': {
      const args = { id: one.id, newId: stage.ids.next<'appointment'>(), at: null, minutes };
      return (await stage.send('splitAppointment', args)).ok;
    }
    case 'merge': {
      const next = rows[rows.indexOf(one) + 1] ?? rows[0];
      const args = { id: one.id, otherId: next?.id ?? one.id };
      return (await stage.send('mergeAppointments', args)).ok;
    }
    case 'carry': {
      const stop: CommandArgs<'carryOver'>['at'] = one.start + minutes * 60_000;
      const ids = stage.freshIds(8);
      const args = { id: one.id, at: stop, rest: null, from: null, ids, roundBookings: round };
      return (await stage.send('carryOver', args)).ok;
    }
  }
}

function check(rows: readonly Appointment[]): void {
  expect(minutesOf(rows)).toBe(1200);
  const count = rows.length;
  expect(numbers(rows)).toEqual(count === 1 ? ['whole'] : rows.map((_, index) => `${index + 1} of ${count}`));
  const spans = rows.map(({ start, end }) => ({ from: start, to: end }));
  for (const [index, span] of spans.entries())
    for (const other of spans.slice(index + 1)) expect(overlaps(span, other)).toBe(false);
}

/** What is planned. A row that comes back is found under a new number by the search, which is nobody's business. */
function rowsOf(folder: string) {
  const { appointments, claims, reservations, stocks } = snapshotOf(folder);
  return { appointments, claims, reservations, stocks };
}

describe('twenty hours of work', () => {
  it(
    'keep every minute through splits, merges and carry-overs, and undo leads back',
    { timeout: 120_000 },
    async () => {
      let accepted = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
          const stage = await openLongWork();
          await stage.book({ start: at(9, 3), end: at(10, 3) });
          const before = rowsOf(stage.folder);
          let steps = 0;
          for (const one of acts) {
            if (await does(stage, one)) steps += 1;
            check(await stage.standing());
          }
          for (let step = 0; step < steps; step += 1) await stage.done('undo', {});
          expect(rowsOf(stage.folder)).toEqual(before);
          accepted += steps;
          await stage.close();
        }),
        { numRuns: 12, seed: 20_261_121, endOnFailure: true },
      );
      expect(accepted).toBeGreaterThan(15);
    },
  );
});
