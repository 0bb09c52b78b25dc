import type { Engine } from '../engine.ts';
import { isClaimOverlap, isTakenId } from './faults.ts';
import { sqliteSearchIndex } from './search-index.ts';

export const sqliteEngine: Engine = { search: sqliteSearchIndex, isClaimOverlap, isTakenId };
