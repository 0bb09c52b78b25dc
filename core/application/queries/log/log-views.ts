import type { FieldChange, LogEntryView } from '../../../contract/views/log-view.ts';
import type { Op } from '../../../domain/ops/op.ts';
import type { LogEntry } from '../../ports/log-entry.ts';
import type { Reader } from '../../ports/store.ts';

/** Fields that say nothing to a person. */
const SILENT: ReadonlySet<string> = new Set(['id', 'organizationId', 'revision']);

/** Log entries with their changes in plain values: names in place of ids wherever the small tables know one. */
export async function logViews(read: Reader, entries: readonly LogEntry[]): Promise<readonly LogEntryView[]> {
  const names = await namesById(read);
  return entries.map((entry) => ({
    sequence: entry.sequence,
    commandId: entry.commandId,
    name: entry.name,
    at: entry.at,
    by: entry.actorName,
    host: entry.host,
    why: entry.why,
    subject: entry.subject,
    changes: entry.ops.flatMap((op) => changesOf(op, names)),
    undone: entry.undoneBy !== null,
    overrode: entry.overrode.map((reason) => `${reason.rule}.${reason.why}`),
    cautions: entry.overrode,
  }));
}

type Names = ReadonlyMap<string, string>;

async function namesById(read: Reader): Promise<Names> {
  const rows = [
    ...(await read.all('resource')),
    ...(await read.all('location')),
    ...(await read.all('serviceType')),
    ...(await read.all('appointmentKind')),
    ...(await read.all('part')),
  ];
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A row that came or went is one change of its name; an update is one change a field. */
function changesOf(op: Op, names: Names): readonly FieldChange[] {
  const { entity, id } = op;
  switch (op.op) {
    case 'insert':
      return [{ entity, id, field: 'created', before: null, after: nameOf(op.row, names) }];
    case 'delete':
      return [{ entity, id, field: 'removed', before: nameOf(op.row, names), after: null }];
    case 'update':
      return changedFields(op.before, op.after, names).map((change) => ({ entity, id, ...change }));
  }
}

/** What people call a row: title, name, else whose it is. */
function nameOf(row: object, names: Names): string {
  const fields = new Map<string, unknown>(Object.entries(row));
  for (const field of ['title', 'name', 'reason']) {
    const value = fields.get(field);
    if (typeof value === 'string' && value !== '') return value;
  }
  const owner = fields.get('partId') ?? fields.get('resourceId');
  return typeof owner === 'string' ? (names.get(owner) ?? '') : '';
}

/** Fields that are objects are told part by part (`state.status`), so that a reader sees what really differs. */
function changedFields(before: object, after: object, names: Names): readonly Omit<FieldChange, 'entity' | 'id'>[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  const changes: Omit<FieldChange, 'entity' | 'id'>[] = [];
  for (const field of new Set([...was.keys(), ...is.keys()])) {
    if (SILENT.has(field)) continue;
    const [old, fresh] = [was.get(field), is.get(field)];
    if (isPlainObject(old) && isPlainObject(fresh)) {
      for (const part of changedFields(old, fresh, names)) changes.push({ ...part, field: `${field}.${part.field}` });
    } else if (JSON.stringify(old) !== JSON.stringify(fresh)) {
      changes.push({ field, before: plain(old, names), after: plain(fresh, names) });
    }
  }
  return changes;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Claims become the names of who is claimed, ids their names; everything else stays as it is. */
function plain(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (!Array.isArray(value)) return value ?? null;
  const items: readonly unknown[] = value;
  const claimed = items.map((item) =>
    isPlainObject(item) && 'resourceId' in item && typeof item.resourceId === 'string'
      ? names.get(item.resourceId)
      : undefined,
  );
  if (items.length > 0 && claimed.every((name) => name !== undefined)) return claimed.join(', ');
  return items.map((item) => plain(item, names));
}
