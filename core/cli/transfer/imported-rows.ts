type Row = Readonly<Record<string, unknown>>;

/** What lines of a file say about other lines. */
export interface Along {
  /** By the id of the appointment. */
  readonly reservations: ReadonlyMap<unknown, readonly Row[]>;
  /** Cancelled appointments that somebody who waits lost. */
  readonly displaced: ReadonlySet<unknown>;
}

export function alongWith(lines: readonly { readonly entity: string; readonly row: Row }[]): Along {
  const of = (entity: string): readonly Row[] => lines.flatMap((one) => (one.entity === entity ? [one.row] : []));
  const waiting = of('waitlistEntry').filter((row) => WAITS.has(statusOf(row) ?? ''));
  return {
    reservations: Map.groupBy(of('reservation'), (row) => row['appointmentId']),
    displaced: new Set(waiting.map((row) => row['displaced'])),
  };
}

/** What comes with other rows, or is history. */
const FOLLOWS: ReadonlySet<string> = new Set(['reservation', 'fee', 'alert', 'slotInstance', 'exposure']);
const PLANNED: ReadonlySet<string> = new Set(['requested', 'held', 'confirmed', 'in-progress']);
const WAITS: ReadonlySet<string> = new Set(['waiting', 'offered']);

/** Why a row is not for import; null when it is. */
export function skippedOf(entity: string, row: Row, { displaced }: Along): string | null {
  if (FOLLOWS.has(entity)) return entity;
  const status = statusOf(row);
  if (entity === 'workOrder' && (status ?? 'open') !== 'open') return 'workOrder.closed';
  if (entity === 'waitlistEntry' && !WAITS.has(status ?? 'waiting')) return 'waitlistEntry.over';
  if (entity !== 'appointment' || PLANNED.has(status ?? '')) return null;
  return status === 'cancelled' && displaced.has(row['id']) ? null : 'appointment.past';
}

/** The fields that make a row of each kind whole: a line that has the first of them was exported. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  workOrder: ['number', 'openedAt', 'ordered'],
  series: ['exceptions', 'splitFrom', 'active'],
  appointment: [
    'before',
    'after',
    'state',
    'priority',
    'kindId',
    'pinned',
    'remind',
    'rescheduleCount',
    'rescheduledAt',
    'seriesId',
    'occurrence',
    'reminded',
    'ordered',
  ],
  waitlistEntry: ['since', 'displaced', 'offers', 'state'],
};

/** What the command is told of an exported row beside what a new one says; undefined for a line written by hand. */
export function importedOf(entity: string, row: Row, { reservations }: Along): Row | undefined {
  const [first, ...others] = KEPT[entity] ?? [];
  if (first === undefined || row[first] === undefined) return undefined;
  const kept = Object.fromEntries([first, ...others].map((field) => [field, row[field]]));
  if (entity !== 'appointment') return kept;
  const aside = (reservations.get(row['id']) ?? []).filter((one) => one['consumed'] !== true);
  return {
    ...kept,
    reservations: aside.map(({ id, stockId, quantity }) => ({ id, stockId, quantity })),
  };
}

/** The status of a row that has one. */
export function statusOf({ state }: Row): string | undefined {
  return typeof state === 'object' && state !== null && 'status' in state ? String(state.status) : undefined;
}
