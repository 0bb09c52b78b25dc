import type { NamedEntity } from '../../domain/ops/named-entity.ts';
import type { EntityName, Entities, Op } from '../../domain/ops/op.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import type { StockId } from '../../domain/parts/part.ts';
import type { Stock, Reservation } from '../../domain/parts/part.ts';
import type { ExternalId } from '../../domain/organization/external-id.ts';
import type { Absence, ResourceId } from '../../domain/resources/resource.ts';
import type { Instant, InstantRange } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentId, ChainId } from '../../domain/work/appointment.ts';
import type { WorkOrder, WorkOrderId } from '../../domain/work/work-order.ts';
import type { Unit } from '../../domain/work/customer.ts';
import type { SearchHit, SearchKind, CustomerMatch } from '../../contract/views/search-view.ts';
import type { LogEntry, NewLogEntry } from './log-entry.ts';
import type { Outbox } from './outbox.ts';

/**
 * The store behind its port: SQLite embedded, PostgreSQL on a server; one conformance suite for both.
 * `write` is serialized; its function awaits nothing but `tx` and may run again.
 */
export interface Store {
  write<T>(work: (tx: WholeTx) => Promise<T>): Promise<T>;
  readonly read: WholeReader;
  readonly outbox: Outbox;
  close(): Promise<void>;
}

/** The rows of every organization, for whoever keeps the file. Use cases and queries get what `within` answers. */
export interface WholeReader extends Reader {
  /**
   * The rows of one organization alone, always by the same reader: those of others are not there, whatever asks for
   * them. Null, before there is an organization, sees nothing.
   */
  within(organizationId: OrganizationId | null): Reader;
  /** The organization this database was made for; null while it is empty. */
  firstOrganization(): Promise<OrganizationId | null>;
}

/** What carries external ids in a column of its table. */
export type NamedRow = Exclude<NamedEntity, 'appointment' | 'resource'>;

export interface WholeTx extends WriteTx {
  /** The same, for writing: an op on a row of another organization is refused. Null may only set up a new one. */
  within(organizationId: OrganizationId | null): WriteTx;
  firstOrganization(): Promise<OrganizationId | null>;
}

/** Named reads. Ranges are half-open; lists come sorted as they say. A missing row is undefined, never an error. */
export interface Reader {
  get<E extends EntityName>(entity: E, id: string): Promise<Entities[E] | undefined>;
  getMany<E extends EntityName>(entity: E, ids: readonly string[]): Promise<readonly Entities[E][]>;
  /** All rows of a small table (organization, location, resource, kinds, service types, parts), by position then name. */
  all<E extends SmallEntity>(entity: E): Promise<readonly Entities[E][]>;

  /** Documents that fit every given part of the filter, by their start, then by id. */
  find<E extends DocumentEntity>(entity: E, filter: DocumentFilter): Promise<readonly Entities[E][]>;

  /** Appointments at the location whose busy time [start - before, end + after) may touch the range, any status, by start. */
  appointmentsAt(locationId: LocationId, range: InstantRange): Promise<readonly Appointment[]>;
  /** Appointments in a status that occupies, claiming any of the resources and touching the range, by start. */
  occupying(resourceIds: readonly ResourceId[], range: InstantRange): Promise<readonly Appointment[]>;
  /** Appointments that another system made or knows under that id, by start. */
  appointmentsByExternalId(source: string, id: string): Promise<readonly Appointment[]>;
  /** The same for what lies in a table with the names in it, by id. */
  rowsByExternalId<E extends NamedRow>(entity: E, name: ExternalId): Promise<readonly Entities[E][]>;
  absences(resourceIds: readonly ResourceId[], range: InstantRange): Promise<readonly Absence[]>;
  appointmentsOf(workOrderId: WorkOrderId): Promise<readonly Appointment[]>;
  /** Appointments of any of the work orders, by start. */
  appointmentsOfAll(workOrderIds: readonly WorkOrderId[]): Promise<readonly Appointment[]>;
  /** The parts of one piece of long work, whatever their status, by start. */
  segmentsOf(chainId: ChainId): Promise<readonly Appointment[]>;
  appointmentsOfResource(resourceId: ResourceId, range: InstantRange): Promise<readonly Appointment[]>;
  /** Work orders of the location opened in the range, oldest first. */
  workOrdersOpened(locationId: LocationId, range: InstantRange): Promise<readonly WorkOrder[]>;
  /** Open work orders of the location without a live appointment, urgent and soonest due first. */
  unassigned(locationId: LocationId): Promise<readonly WorkOrder[]>;
  /** Appointments of the location in the status, by start. */
  inStatus(locationId: LocationId, status: 'requested' | 'held' | 'in-progress'): Promise<readonly Appointment[]>;
  stocksAt(locationId: LocationId, partIds: readonly string[]): Promise<readonly Stock[]>;
  /** How much of each stock is set aside and not consumed yet; a stock of which nothing is has no entry. */
  setAside(stockIds: readonly StockId[]): Promise<ReadonlyMap<StockId, number>>;
  /** The same one by one, each taken when the busy time of its appointment begins, soonest first. */
  takings(stockIds: readonly StockId[]): Promise<readonly Taking[]>;
  reservationsOf(appointmentId: AppointmentId): Promise<readonly Reservation[]>;
  unitsOf(customerId: string): Promise<readonly Unit[]>;
  /** Units with exactly that plate (spaces, hyphens and case aside), or with that id in another system, by name. */
  unitsNamed(text: string): Promise<readonly Unit[]>;
  /** The unit's appointments in any status, newest first. */
  appointmentsOfUnit(unitId: string, limit: number): Promise<readonly Appointment[]>;
  nextWorkOrderNumber(): Promise<number>;

  search(text: string, kinds: readonly SearchKind[], limit: number): Promise<readonly SearchHit[]>;
  customerMatches(text: string, limit: number): Promise<readonly CustomerMatch[]>;

  /** The last sequence of the log, one for the whole file; 0 when it is empty. */
  sequence(): Promise<number>;
  /** The place in the log that the last command sent at or before the moment has; 0 before the first. */
  sequenceAt(at: Instant): Promise<number>;
  /**
   * The rows as they stood at a moment, when the log had got so far: whatever a board is made of. Searches and sums are
   * of now.
   */
  asOf(sequence: number, at: Instant): Reader;
  /** Who changed each row last, up to a place in the log; rows nobody has touched by then are left out. */
  lastChanges(entity: EntityName, ids: readonly string[], upTo: number): Promise<ReadonlyMap<string, LastChange>>;
  /** Rows of one kind by id, the next so many after one of them; null begins. */
  page<E extends EntityName>(entity: E, after: string | null, limit: number): Promise<readonly Entities[E][]>;
  logEntry(sequence: number): Promise<LogEntry | undefined>;
  logByCommand(commandId: string): Promise<LogEntry | undefined>;
  /** Newest first. */
  log(filter: LogFilter): Promise<readonly LogEntry[]>;
  /** Later entries with an op on the row, oldest first. */
  logAfter(entity: EntityName, id: string, sequence: number): Promise<readonly LogEntry[]>;
  /** The newest own entries that undo or redo would look at, newest first. */
  ownLog(actorId: string, limit: number): Promise<readonly LogEntry[]>;
  /** Highest log sequence among entries that touched an appointment in the range at the location: the sheet's revision. */
  revisionOf(locationId: LocationId, range: InstantRange): Promise<number>;
}

/** The command that changed a row last. */
export type LastChange = Pick<LogEntry, 'sequence' | 'at' | 'name' | 'why'> & { readonly by: string };

/** A quantity of a stock that an appointment will take. */
export interface Taking {
  readonly stockId: StockId;
  readonly appointmentId: AppointmentId;
  readonly quantity: number;
  readonly at: Instant;
}

export type SmallEntity =
  | 'organization'
  | 'location'
  | 'resource'
  | 'appointmentKind'
  | 'serviceType'
  | 'part'
  | 'user'
  | 'scheduleRule'
  | 'series';

/** Entities kept whole as JSON with a few look-up columns; what those hold is said in the store (document-row). */
export type DocumentEntity =
  | 'user'
  | 'scheduleRule'
  | 'series'
  | 'waitlistEntry'
  | 'fee'
  | 'alert'
  | 'exposure'
  | 'slotInstance';

/** What is left out is not asked about. */
export interface DocumentFilter {
  readonly locationId?: string;
  /** User: technician. Rule: resource. Series, waitlist: customer. Fee: appointment. Alert: message id. Exposure: requester. Slot: technician. */
  readonly subjectId?: string;
  readonly status?: readonly string[];
  /** Touching it; half-open. */
  readonly range?: InstantRange;
  readonly limit?: number;
}

export interface LogFilter {
  readonly entity: string | null;
  readonly id: string | null;
  readonly before: number | null;
  readonly limit: number;
}

/** Reads inside the transaction see its own writes. */
export interface WriteTx extends Reader {
  /** Writes rows with `revision = sequence`, checks nothing but the store's own belts (claims trigger, foreign keys). */
  apply(ops: readonly Op[], sequence: number): Promise<ApplyAnswer>;
  /** Appends the entry with its ops and its domain events for the outbox; the sequence is `await sequence() + 1`. */
  append(entry: NewLogEntry): Promise<void>;
  /** True when a command of this id was done, in whatever organization. */
  commandIsTaken(commandId: string): Promise<boolean>;
  /** Marks the entry as taken back by another one, or not any more (null). */
  markUndone(sequence: number, by: number | null): Promise<void>;
  /** Does a piece of work inside the transaction, and takes back all of it when it says so or throws. */
  attempt<T>(work: () => Promise<{ readonly keep: boolean; readonly value: T }>): Promise<T>;
}

/** The second belt: the store itself refused, because two claims would meet on one resource and unit, or an id is taken. */
export type ApplyAnswer =
  | { readonly ok: true }
  /** The row is there already, perhaps another organization's. */
  | { readonly ok: false; readonly taken: { readonly entity: EntityName; readonly id: string } }
  | {
      readonly ok: false;
      readonly resourceId: ResourceId;
      readonly appointmentId: AppointmentId;
      readonly at: Instant;
    };
