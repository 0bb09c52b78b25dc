import { accept } from '../../kernel/outcome.ts';
import type { Answerer } from '../use-case.ts';

/** Customers by name, phone or plate while typing. */
export const customerMatches: Answerer<'customerMatches'> = async (read, { text, limit }) =>
  accept(text === '' ? [] : await read.customerMatches(text, limit));
