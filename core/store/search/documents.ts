import type { Entities } from '../../domain/ops/op.ts';
import type { SearchKind } from '../../contract/views/search-view.ts';
import type { Database, SearchDocument } from '../engine.ts';
import { getRow } from '../queries/rows.ts';
import { codeWords, words } from './fold.ts';

/** The beginning of a name is what people type; the rest only makes the index bigger. */
const KEY_LENGTH = 40;

function keyOf(name: readonly string[]): string {
  return name.join(' ').slice(0, KEY_LENGTH);
}

function customerDocument(one: Entities['customer']): SearchDocument {
  const name = words(one.name);
  const contacts = one.contacts.flatMap((contact) => [
    ...words(`${contact.name} ${contact.email}`),
    ...codeWords(contact.phone),
  ]);
  const tokens = [...name, ...words(`${one.email} ${one.address}`), ...codeWords(one.phone), ...contacts];
  return { kind: 'customer', id: one.id, organizationId: one.organizationId, key: keyOf(name), tokens };
}

async function namesOf(db: Database, customerId: string | null, unitId: string | null): Promise<string[]> {
  const customer = customerId === null ? undefined : await getRow(db, null, 'customer', customerId);
  const unit = unitId === null ? undefined : await getRow(db, null, 'unit', unitId);
  return [...words(customer?.name ?? ''), ...words(unit?.name ?? ''), ...codeWords(unit?.plate ?? '')];
}

async function unitDocument(db: Database, one: Entities['unit']): Promise<SearchDocument> {
  const owner = await namesOf(db, one.customerId, null);
  const tokens = [...words(`${one.name} ${one.details}`), ...codeWords(one.plate), ...owner];
  return { kind: 'unit', id: one.id, organizationId: one.organizationId, key: words(one.plate).join(''), tokens };
}

async function workOrderDocument(db: Database, one: Entities['workOrder']): Promise<SearchDocument> {
  const names = await namesOf(db, one.customerId, one.unitId);
  const tokens = [String(one.number), ...words(`${one.title} ${one.description}`), ...names];
  return { kind: 'workOrder', id: one.id, organizationId: one.organizationId, key: String(one.number), tokens };
}

async function appointmentDocument(db: Database, one: Entities['appointment']): Promise<SearchDocument> {
  const names = await namesOf(db, one.customerId, one.unitId);
  const order = one.workOrderId === null ? undefined : await getRow(db, null, 'workOrder', one.workOrderId);
  const people = one.participants.flatMap((person) => words(person.name));
  const title = words(one.title);
  const number = order === undefined ? [] : [String(order.number)];
  const tokens = [...number, ...title, ...words(one.description), ...people, ...names];
  return { kind: 'appointment', id: one.id, organizationId: one.organizationId, key: keyOf(title), tokens };
}

/** What one thing can be found by, from its rows as they are now; undefined when it is gone. */
export async function documentOf(db: Database, kind: SearchKind, id: string): Promise<SearchDocument | undefined> {
  switch (kind) {
    case 'customer': {
      const one = await getRow(db, null, 'customer', id);
      return one && customerDocument(one);
    }
    case 'unit': {
      const one = await getRow(db, null, 'unit', id);
      return one && unitDocument(db, one);
    }
    case 'workOrder': {
      const one = await getRow(db, null, 'workOrder', id);
      return one && workOrderDocument(db, one);
    }
    case 'appointment': {
      const one = await getRow(db, null, 'appointment', id);
      return one && appointmentDocument(db, one);
    }
  }
}
