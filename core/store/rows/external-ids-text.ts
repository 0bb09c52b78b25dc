import type { ExternalId } from '../../domain/organization/external-id.ts';
import { fromListText } from './json-text.ts';

/** Rows that were written into the log by an older version have none. */
export function toExternalIdsText(ids: readonly ExternalId[] | undefined): string {
  return ids === undefined || ids.length === 0 ? '[]' : JSON.stringify(ids);
}

export function fromExternalIdsText(text: string): readonly ExternalId[] {
  return fromListText(text) as readonly ExternalId[];
}
