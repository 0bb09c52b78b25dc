import { changed, every, type AppointmentRow, type Row, type Rows } from './rows.ts';

type Segment = NonNullable<AppointmentRow['segment']>;

export function chainOf(one: AppointmentRow): Segment['chainId'] | string {
  return one.segment?.chainId ?? one.id;
}

/** The parts of the same work that are still counted, itself included: neither called off nor missed. */
export function partsOf(rows: Rows, one: AppointmentRow): readonly AppointmentRow[] {
  const { segment } = one;
  if (segment === null) return [one];
  return every(rows, 'appointment').filter(
    ({ segment: own, state }) =>
      own?.chainId === segment.chainId && state.status !== 'cancelled' && state.status !== 'no-show',
  );
}

/** The rows with the parts counted anew by their starts: one alone is no part of anything. */
export function counted(rows: Rows, parts: readonly AppointmentRow[], chainId: string): Rows {
  const inOrder = parts.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const count = inOrder.length;
  const id = chainId as Segment['chainId'];
  const put = inOrder.map((one, index): Row => {
    return { ...one, segment: count === 1 ? null : { chainId: id, ordinal: index + 1, count } };
  });
  return changed(rows, put);
}

/** The other parts that nobody has begun: who comes for half of it? */
export function waitingParts(rows: Rows, one: AppointmentRow): readonly AppointmentRow[] {
  return partsOf(rows, one).filter(
    ({ id, state }) => id !== one.id && ['requested', 'held', 'confirmed'].includes(state.status),
  );
}
