import { accept } from '../../../kernel/outcome.ts';
import { inPrecedence } from '../../../domain/rules/rule-precedence.ts';
import type { Answerer } from '../../use-case.ts';

export const scheduleRules: Answerer<'scheduleRules'> = async (read) =>
  accept(inPrecedence(await read.all('scheduleRule')));
