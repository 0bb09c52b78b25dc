import type { Reader } from '../application/ports/store.ts';
import type { Database, Engine, Scope } from './engine.ts';
import { lastChanges, sequenceAt } from './past/past-queries.ts';
import { createPastReader } from './past/past-reader.ts';
import * as appointments from './queries/appointments.ts';
import { findDocuments } from './queries/documents.ts';
import { appointmentsByExternalId, rowsByExternalId } from './queries/external-ids.ts';
import * as log from './queries/log.ts';
import { appointmentsOfAll, workOrdersOpened } from './queries/opened-work.ts';
import { allRows, getRow, getRows, pageOfRows } from './queries/rows.ts';
import { segmentsOf } from './queries/segments.ts';
import * as units from './queries/units.ts';
import * as work from './queries/work.ts';
import { customerMatches } from './search/customer-matches.ts';
import { search } from './search/search.ts';
import type { SmallTables } from './small-tables.ts';

/** The named reads on one connection or transaction, of the rows in scope. `kept` keeps small tables between reads, where that is safe. */
export function createReader(db: Database, engine: Engine, scope: Scope, kept: SmallTables | null): Reader {
  const now: Reader = {
    get: (entity, id) => getRow(db, scope, entity, id),
    getMany: (entity, ids) => getRows(db, scope, entity, ids),
    all: (entity) => (kept === null ? allRows(db, scope, entity) : kept.all(entity, () => allRows(db, scope, entity))),

    find: (entity, filter) => findDocuments(db, scope, entity, filter),

    appointmentsByExternalId: (source, id) => appointmentsByExternalId(db, scope, source, id),
    rowsByExternalId: (entity, name) => rowsByExternalId(db, scope, entity, name),
    appointmentsAt: (locationId, range) => appointments.appointmentsAt(db, scope, locationId, range),
    occupying: (resourceIds, range) => appointments.occupying(db, scope, resourceIds, range),
    appointmentsOf: (workOrderId) => appointments.appointmentsOf(db, scope, workOrderId),
    appointmentsOfResource: (resourceId, range) => appointments.appointmentsOfResource(db, scope, resourceId, range),
    appointmentsOfAll: (workOrderIds) => appointmentsOfAll(db, scope, workOrderIds),
    segmentsOf: (chainId) => segmentsOf(db, scope, chainId),
    inStatus: (locationId, status) => appointments.inStatus(db, scope, locationId, status),
    revisionOf: (locationId, range) => appointments.revisionOf(db, scope, locationId, range),

    absences: (resourceIds, range) => work.absences(db, scope, resourceIds, range),
    workOrdersOpened: (locationId, range) => workOrdersOpened(db, scope, locationId, range),
    unassigned: (locationId) => work.unassigned(db, scope, locationId),
    stocksAt: (locationId, partIds) => work.stocksAt(db, scope, locationId, partIds),
    setAside: (stockIds) => work.setAside(db, scope, stockIds),
    takings: (stockIds) => work.takings(db, scope, stockIds),
    reservationsOf: (appointmentId) => work.reservationsOf(db, scope, appointmentId),
    unitsOf: (customerId) => work.unitsOf(db, scope, customerId),
    unitsNamed: (text) => units.unitsNamed(db, scope, text),
    appointmentsOfUnit: (unitId, limit) => units.appointmentsOfUnit(db, scope, unitId, limit),
    nextWorkOrderNumber: () => work.nextWorkOrderNumber(db, scope),

    search: (text, kinds, limit) => search(db, scope, engine.search, text, kinds, limit),
    customerMatches: (text, limit) => customerMatches(db, scope, engine.search, text, limit),

    sequence: () => log.sequence(db),
    sequenceAt: (at) => sequenceAt(db, at),
    asOf: (sequence, at) => createPastReader({ db, scope, sequence, at }, now),
    lastChanges: (entity, ids, upTo) => lastChanges(db, scope, entity, ids, upTo),
    page: (entity, after, limit) => pageOfRows(db, scope, entity, after, limit),
    logEntry: (sequence) => log.logEntry(db, scope, sequence),
    logByCommand: (commandId) => log.logByCommand(db, scope, commandId),
    log: (filter) => log.log(db, scope, filter),
    logAfter: (entity, id, sequence) => log.logAfter(db, scope, entity, id, sequence),
    ownLog: (actorId, limit) => log.ownLog(db, scope, actorId, limit),
  };
  return now;
}
