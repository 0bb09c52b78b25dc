import type { AnyForm } from './csv-form.ts';
import { customers, parts, technicians, units } from './csv-things.ts';
import { appointments, workOrders } from './csv-work.ts';

/** The kinds of rows that people keep in spreadsheets. */
export type CsvKind = 'customers' | 'units' | 'technicians' | 'parts' | 'work-orders' | 'appointments';
export const CSV_KINDS: readonly CsvKind[] = [
  'customers',
  'units',
  'technicians',
  'parts',
  'work-orders',
  'appointments',
];

/** How each kind stands in its file. */
export const CSV_FORMS: Readonly<Record<CsvKind, AnyForm>> = {
  customers,
  units,
  technicians,
  parts,
  'work-orders': workOrders,
  appointments,
};
