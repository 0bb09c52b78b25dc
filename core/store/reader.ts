import type { Reader } from '../application/ports/store.ts';
import type { Database, Engine } from './engine.ts';
import * as appointments from './queries/appointments.ts';
import { findDocuments } from './queries/documents.ts';
import * as log from './queries/log.ts';
import { allRows, getRow, getRows } from './queries/rows.ts';
import * as work from './queries/work.ts';
import { customerMatches } from './search/customer-matches.ts';
import { search } from './search/search.ts';
import type { SmallTables } from './small-tables.ts';

/** The named reads on one connection or transaction. `kept` keeps small tables between reads, where that is safe. */
export function createReader(db: Database, engine: Engine, kept: SmallTables | null): Reader {
  return {
    get: (entity, id) => getRow(db, entity, id),
    getMany: (entity, ids) => getRows(db, entity, ids),
    all: (entity) => (kept === null ? allRows(db, entity) : kept.all(entity, () => allRows(db, entity))),

    find: (entity, filter) => findDocuments(db, entity, filter),

    appointmentsAt: (locationId, range) => appointments.appointmentsAt(db, locationId, range),
    occupying: (resourceIds, range) => appointments.occupying(db, resourceIds, range),
    appointmentsOf: (workOrderId) => appointments.appointmentsOf(db, workOrderId),
    appointmentsOfResource: (resourceId, range) => appointments.appointmentsOfResource(db, resourceId, range),
    inStatus: (locationId, status) => appointments.inStatus(db, locationId, status),
    revisionOf: (locationId, range) => appointments.revisionOf(db, locationId, range),

    absences: (resourceIds, range) => work.absences(db, resourceIds, range),
    unassigned: (locationId) => work.unassigned(db, locationId),
    stocksAt: (locationId, partIds) => work.stocksAt(db, locationId, partIds),
    setAside: (stockIds) => work.setAside(db, stockIds),
    takings: (stockIds) => work.takings(db, stockIds),
    reservationsOf: (appointmentId) => work.reservationsOf(db, appointmentId),
    unitsOf: (customerId) => work.unitsOf(db, customerId),
    nextWorkOrderNumber: () => work.nextWorkOrderNumber(db),

    search: (text, kinds, limit) => search(db, engine.search, text, kinds, limit),
    customerMatches: (text, limit) => customerMatches(db, engine.search, text, limit),

    sequence: () => log.sequence(db),
    logEntry: (sequence) => log.logEntry(db, sequence),
    logByCommand: (commandId) => log.logByCommand(db, commandId),
    log: (filter) => log.log(db, filter),
    logAfter: (entity, id, sequence) => log.logAfter(db, entity, id, sequence),
    ownLog: (actorId, limit) => log.ownLog(db, actorId, limit),
  };
}
