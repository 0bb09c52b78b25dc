import type { Stock } from '../domain/parts/part.ts';
import type { Reader } from './ports/store.ts';

/** What people call the part that lies there. */
export async function partNameOf(read: Reader, stock: Stock): Promise<string> {
  const part = await read.get('part', stock.partId);
  return part?.name ?? '';
}
