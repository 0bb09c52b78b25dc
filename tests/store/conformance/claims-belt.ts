import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert, remove } from '../../../core/domain/ops/op.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { appointment, at, change, customer, ground, id } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

export function conformanceClaimsBelt(name: string, open: () => Promise<Store>): void {
  describe(`${name}: claims belt`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, [...ground, insert('appointment', appointment(101, 9))]);
    });

    it('refuses a second claim in busy time and names the one that stands there', async () => {
      const answer = await commit(store, [insert('appointment', appointment(102, 10))]);
      expect(answer).toEqual({ ok: false, resourceId: id(10), appointmentId: id(101), at: at(10) });
      expect(await store.read.get('appointment', id(102))).toBeUndefined();
      expect(await store.read.sequence()).toBe(1);
    });

    it('commits nothing of a refused call, and the transaction can go on', async () => {
      const said = await store.write(async (tx) => {
        const ops = [insert('customer', customer(50)), insert('appointment', appointment(102, 9))];
        const answer = await tx.apply(ops, 2);
        expect(await tx.get('customer', id(50))).toBeUndefined();
        await tx.apply([insert('customer', customer(51))], 2);
        return answer;
      });
      expect(said.ok).toBe(false);
      expect(ids(await store.read.getMany('customer', [id(50), id(51)]))).toEqual([id(51)]);
    });

    it('lets the next begin where busy time ends', async () => {
      expect(await commit(store, [insert('appointment', appointment(102, 10.5))])).toEqual({ ok: true });
      const before = appointment(103, 8, { after: appointment(1, 1).before });
      expect(await commit(store, [insert('appointment', before)])).toEqual({ ok: true });
    });

    it('sees a long claim that began much earlier', async () => {
      const long = appointment(102, 20, { end: at(200) });
      expect(await commit(store, [insert('appointment', long)])).toEqual({ ok: true });
      const inside = await commit(store, [insert('appointment', appointment(103, 190))]);
      expect(inside).toMatchObject({ ok: false, appointmentId: id(102) });
    });

    it.each(['requested', 'completed', 'cancelled', 'no-show'] as const)('does not count %s', async (status) => {
      const states = {
        requested: { status: 'requested', approval: 'none' },
        completed: { status: 'completed', startedAt: at(9), endedAt: at(10) },
        cancelled: { status: 'cancelled', at: at(1), by: 'Kari', reason: '' },
        'no-show': { status: 'no-show', at: at(10) },
      } as const;
      const idle = appointment(102, 9, { state: states[status] });
      expect(await commit(store, [insert('appointment', idle)])).toEqual({ ok: true });
      const taking = change('appointment', idle, { state: { status: 'confirmed' } });
      expect(await commit(store, [taking])).toMatchObject({ ok: false, appointmentId: id(101) });
    });

    it('frees the time when the appointment is cancelled, moved or deleted', async () => {
      const first = appointment(101, 9);
      await commit(store, [change('appointment', first, { start: at(12), end: at(13) })]);
      expect(await commit(store, [insert('appointment', appointment(102, 9))])).toEqual({ ok: true });
      const cancelled = { status: 'cancelled', at: at(1), by: 'Kari', reason: '' } as const;
      await commit(store, [change('appointment', appointment(102, 9), { state: cancelled })]);
      expect(await commit(store, [insert('appointment', appointment(103, 9))])).toEqual({ ok: true });
      await commit(store, [remove('appointment', appointment(103, 9))]);
      expect(await commit(store, [insert('appointment', appointment(104, 9))])).toEqual({ ok: true });
    });

    it('lets two swap places in one command', async () => {
      const other = appointment(102, 12);
      await commit(store, [insert('appointment', other)]);
      const swap = [
        change('appointment', appointment(101, 9), { start: other.start, end: other.end }),
        change('appointment', other, { start: at(9), end: at(10) }),
      ];
      expect(await commit(store, swap)).toEqual({ ok: true });
    });

    it('refuses an appointment that claims the same technician twice', async () => {
      const twice = appointment(102, 15, {
        claims: [
          { resourceId: id(11), role: 'lead', units: 1 },
          { resourceId: id(11), role: 'assistant', units: 1 },
        ],
      });
      expect(await commit(store, [insert('appointment', twice)])).toMatchObject({ ok: false, resourceId: id(11) });
    });

    describe('of a resource with capacity 3', () => {
      const parked = (number: number, from: number, to: number, units = 1): Appointment =>
        appointment(number, from, {
          end: at(to),
          after: appointment(1, 1).before,
          claims: [{ resourceId: id(21), role: 'bay', units }],
        });

      it('takes three at once and refuses the fourth', async () => {
        for (const number of [201, 202, 203]) {
          expect(await commit(store, [insert('appointment', parked(number, 9, 12))])).toEqual({ ok: true });
        }
        const fourth = await commit(store, [insert('appointment', parked(204, 11, 13))]);
        expect(fourth).toMatchObject({ ok: false, resourceId: id(21), at: at(11) });
      });

      it('counts units', async () => {
        expect(await commit(store, [insert('appointment', parked(201, 9, 12, 2))])).toEqual({ ok: true });
        expect(await commit(store, [insert('appointment', parked(202, 9, 12, 2))])).toMatchObject({ ok: false });
        expect(await commit(store, [insert('appointment', parked(203, 9, 12, 1))])).toEqual({ ok: true });
        expect(await commit(store, [insert('appointment', parked(204, 20, 21, 4))])).toMatchObject({ ok: false });
      });

      it('deals the units out anew when none is free all through but the resource is never full', async () => {
        const early = [parked(201, 9, 10), parked(202, 9, 10), parked(203, 9, 10)];
        const late = [parked(204, 10, 11), parked(205, 10, 11), parked(206, 10, 11)];
        for (const row of [...early, ...late]) await commit(store, [insert('appointment', row)]);
        // What is left: the third unit is taken early, the first two late.
        for (const row of [parked(201, 9, 10), parked(202, 9, 10), parked(206, 10, 11)]) {
          await commit(store, [remove('appointment', row)]);
        }
        expect(await commit(store, [insert('appointment', parked(207, 9, 11))])).toEqual({ ok: true });
        expect(await commit(store, [insert('appointment', parked(208, 10.5, 11))])).toMatchObject({ ok: false });
        expect(await commit(store, [insert('appointment', parked(209, 9, 10))])).toEqual({ ok: true });
      });
    });
  });
}
