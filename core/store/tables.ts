import type { AbsenceTable } from './rows/absence-row.ts';
import type { AppointmentKindTable } from './rows/appointment-kind-row.ts';
import type { AppointmentTable } from './rows/appointment-row.ts';
import type { CustomerTable } from './rows/customer-row.ts';
import type { DocumentTable } from './rows/document-row.ts';
import type { LocationTable } from './rows/location-row.ts';
import type { CommandLogTable, OpLogTable, OutboxTable } from './rows/log-row.ts';
import type { OrganizationTable } from './rows/organization-row.ts';
import type { PartTable, ReservationTable, StockTable } from './rows/part-row.ts';
import type { ResourceTable } from './rows/resource-row.ts';
import type { ServiceTypeTable } from './rows/service-type-row.ts';
import type { UnitTable } from './rows/unit-row.ts';
import type { WorkOrderTable } from './rows/work-order-row.ts';

/** One claimed unit number of a resource; the belt refuses two that meet while both occupy. */
export interface ClaimTable {
  readonly appointment_id: AppointmentTable['id'];
  readonly resource_id: ResourceTable['id'];
  readonly unit: number;
  readonly organization_id: string;
  readonly role: string;
  readonly busy_from: AppointmentTable['busy_from'];
  readonly busy_to: AppointmentTable['busy_to'];
  readonly occupying: number;
  readonly revision: number;
}

/** Where an appointment was before and after each change, so that a sheet's revision also counts what left it. */
export interface AppointmentTouchTable {
  readonly sequence: number;
  readonly organization_id: string;
  readonly location_id: AppointmentTable['location_id'];
  readonly busy_from: number;
  readonly busy_to: number;
  readonly busy_length: number;
}

/** What other systems call an appointment. */
export interface AppointmentExternalIdTable {
  readonly organization_id: string;
  readonly source: string;
  readonly external_id: string;
  readonly appointment_id: AppointmentTable['id'];
}

export interface MetaTable {
  readonly name: string;
  readonly value: string;
}

export interface MigrationTable {
  readonly number: number;
  readonly name: string;
  readonly applied_at: number;
}

/** Every table the shared queries may name. Search tables differ between engines and are left out. */
export interface Tables {
  readonly organizations: OrganizationTable;
  readonly locations: LocationTable;
  readonly resources: ResourceTable;
  readonly absences: AbsenceTable;
  readonly customers: CustomerTable;
  readonly units: UnitTable;
  readonly appointment_kinds: AppointmentKindTable;
  readonly service_types: ServiceTypeTable;
  readonly parts: PartTable;
  readonly stocks: StockTable;
  readonly reservations: ReservationTable;
  readonly work_orders: WorkOrderTable;
  readonly appointments: AppointmentTable;
  readonly claims: ClaimTable;
  readonly users: DocumentTable;
  readonly schedule_rules: DocumentTable;
  readonly series: DocumentTable;
  readonly waitlist_entries: DocumentTable;
  readonly fees: DocumentTable;
  readonly alerts: DocumentTable;
  readonly exposures: DocumentTable;
  readonly slot_instances: DocumentTable;
  readonly appointment_external_ids: AppointmentExternalIdTable;
  readonly appointment_touches: AppointmentTouchTable;
  readonly command_log: CommandLogTable;
  readonly op_log: OpLogTable;
  readonly outbox: OutboxTable;
  readonly meta: MetaTable;
  readonly schema_migrations: MigrationTable;
}
