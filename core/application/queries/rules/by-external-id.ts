import { accept } from '../../../kernel/outcome.ts';
import { rowsNamed } from '../../external-ids.ts';
import type { Answerer } from '../../use-case.ts';
import { eyesOf } from '../privacy/eyes.ts';
import { seenAppointment, seenCustomer, seenUnit, seenWorkOrder } from '../privacy/seen-rows.ts';

/** Source and id are compared as they are written. Rows come as whoever asks may see them. */
export const byExternalId: Answerer<'byExternalId'> = async (read, { entity, ...name }, scene) => {
  const eyes = eyesOf(scene);
  switch (entity) {
    case 'appointment':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row: seenAppointment(eyes, row) })));
    case 'workOrder':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row: seenWorkOrder(eyes, row) })));
    case 'customer':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row: seenCustomer(eyes, row) })));
    case 'unit':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row: seenUnit(eyes, row) })));
    case 'resource':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row })));
    case 'part':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row })));
    case 'serviceType':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row })));
    case 'location':
      return accept((await rowsNamed(read, entity, name)).map((row) => ({ entity, row })));
  }
};
