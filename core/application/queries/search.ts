import { accept } from '../../kernel/outcome.ts';
import type { SearchKind } from '../../contract/views/search-view.ts';
import type { Answerer } from '../use-case.ts';

const EVERYTHING: readonly SearchKind[] = ['customer', 'unit', 'workOrder', 'appointment'];

/** Full-text search; no kind named means every kind. */
export const search: Answerer<'search'> = async (read, { text, kinds, limit }) => {
  if (text === '') return accept([]);
  return accept(await read.search(text, kinds.length === 0 ? EVERYTHING : [...new Set(kinds)], limit));
};
