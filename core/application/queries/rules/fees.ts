import { accept } from '../../../kernel/outcome.ts';
import type { Answerer } from '../../use-case.ts';

export const fees: Answerer<'fees'> = async (read, { appointmentId, customerId, status, limit }) => {
  const found = await read.find('fee', {
    ...(appointmentId === null ? {} : { subjectId: appointmentId }),
    ...(status.length === 0 ? {} : { status }),
    ...(customerId === null ? { limit } : {}),
  });
  return accept(found.filter((fee) => customerId === null || fee.customerId === customerId).slice(0, limit));
};
