import { accept } from '../../../kernel/outcome.ts';
import type { Answerer } from '../../use-case.ts';

/** The next page of one kind of row, as the rows are kept. */
export const exportRows: Answerer<'exportRows'> = async (read, { entity, after, limit }) => {
  const rows = await read.page(entity, after, limit);
  const last = rows.at(-1);
  return accept({ rows, next: rows.length < limit || last === undefined ? null : last.id });
};
