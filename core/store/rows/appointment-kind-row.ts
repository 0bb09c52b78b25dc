import type { AppointmentKind } from '../../domain/work/service-type.ts';
import { defineFace } from './face.ts';

export interface AppointmentKindTable {
  readonly id: AppointmentKind['id'];
  readonly organization_id: AppointmentKind['organizationId'];
  readonly code: AppointmentKind['code'];
  readonly name: string;
  readonly shortest_minutes: AppointmentKind['shortest'];
  readonly longest_minutes: AppointmentKind['longest'];
  readonly priority: AppointmentKind['priority'];
  readonly auto_book: AppointmentKind['autoBook'];
  readonly revision: number;
}

export const appointmentKindFace = defineFace<'appointmentKind', AppointmentKindTable>({
  table: 'appointment_kinds',
  columns: ['id', 'organization_id', 'code', 'name', 'shortest_minutes', 'longest_minutes', 'priority', 'auto_book'],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    code: one.code,
    name: one.name,
    shortest_minutes: one.shortest,
    longest_minutes: one.longest,
    priority: one.priority,
    auto_book: one.autoBook,
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    code: row.code,
    name: row.name,
    shortest: row.shortest_minutes,
    longest: row.longest_minutes,
    priority: row.priority,
    autoBook: row.auto_book,
  }),
});
