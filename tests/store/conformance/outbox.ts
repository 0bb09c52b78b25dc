import { beforeEach, describe, expect, it } from 'vitest';
import { deliverOutbox } from '../../../core/application/deliver-outbox.ts';
import type { DomainEvent } from '../../../core/application/ports/log-entry.ts';
import type { OutboxEntry } from '../../../core/application/ports/outbox.ts';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import { at, customer, ground, id, organization } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

const told = (name: DomainEvent['name'], number: number): DomainEvent => {
  return { name, appointmentId: id<'appointment'>(number), payload: { number } };
};
const placeOf = ({ sequence, ordinal }: OutboxEntry): readonly number[] => [sequence, ordinal];

/** What every store's outbox must do. */
export function conformanceOutbox(name: string, open: () => Promise<Store>): void {
  describe(`${name}: outbox`, () => {
    let store: Store;
    const events = [told('appointment.scheduled', 1), told('technician.assigned', 2), told('parts.ordered', 3)];
    beforeEach(async () => {
      store = await open();
      await commit(store, ground);
      await commit(store, [insert('customer', customer(50))], { domainEvents: events });
      await commit(store, [insert('customer', customer(51))], { domainEvents: [told('appointment.cancelled', 4)] });
    });

    it('answers what waits in the order of the commands and of their events, with its place', async () => {
      const waiting = await store.outbox.pending(10);
      expect(waiting.map(placeOf)).toEqual([
        [2, 0],
        [2, 1],
        [2, 2],
        [3, 0],
      ]);
      expect(waiting[0]).toMatchObject({
        ...events[0],
        organizationId: organization.id,
        at: (await store.read.logEntry(2))?.at,
      });
      expect((await store.outbox.pending(2)).map(placeOf)).toEqual([
        [2, 0],
        [2, 1],
      ]);
    });

    it('keeps what was delivered from being told again', async () => {
      expect(await store.outbox.markDelivered(2, 0, at(1))).toBe(true);
      expect(await store.outbox.markDelivered(2, 0, at(2))).toBe(false);
      expect(await store.outbox.markDelivered(9, 0, at(2))).toBe(false);
      expect((await store.outbox.pending(1)).map(placeOf)).toEqual([[2, 1]]);
    });

    it('keeps nothing of a command that was refused', async () => {
      const refused = store.write(async (tx) => {
        await tx.append({ ...(await entryLike(store)), domainEvents: [told('appointment.scheduled', 9)] });
        throw new Error('no');
      });
      await expect(refused).rejects.toThrow('no');
      expect(await store.outbox.pending(10)).toHaveLength(4);
    });

    it('is told once each and in order, and stops where the outside does not listen', async () => {
      const heard: unknown[] = [];
      const hear = (event: OutboxEntry): Promise<void> => {
        if (heard.length === 2) return Promise.reject(new Error('down'));
        heard.push(event.payload['number']);
        return Promise.resolve();
      };
      await expect(deliverOutbox(store.outbox, hear, () => at(1))).rejects.toThrow('down');
      expect(heard).toEqual([1, 2]);
      const later: unknown[] = [];
      const count = await deliverOutbox(
        store.outbox,
        (event) => Promise.resolve(void later.push(event.payload['number'])),
        () => at(1),
      );
      expect([later, count]).toEqual([[3, 4], 2]);
      expect(await store.outbox.pending(10)).toEqual([]);
    });
  });
}

async function entryLike(store: Store) {
  const last = await store.read.logEntry(3);
  if (last === undefined) throw new Error('There is no entry');
  return { ...last, sequence: 4, commandId: id(4_000_004), ops: [] };
}
