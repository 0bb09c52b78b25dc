import { accept } from '../../../kernel/outcome.ts';
import type { ExternalId } from '../../../domain/resources/resource.ts';
import type { Answerer } from '../../use-case.ts';
import { eyesOf } from '../privacy/eyes.ts';
import { seenAppointment, seenUnit } from '../privacy/seen-rows.ts';

/** Source and id are compared as they are written. Rows come as whoever asks may see them. */
export const byExternalId: Answerer<'byExternalId'> = async (read, { entity, source, id }, scene) => {
  const eyes = eyesOf(scene);
  const named = (row: { readonly externalIds: readonly ExternalId[] }): boolean =>
    row.externalIds.some((one) => one.source === source && one.id === id);
  switch (entity) {
    case 'appointment':
      return accept(
        (await read.appointmentsByExternalId(source, id)).map((row) => ({ entity, row: seenAppointment(eyes, row) })),
      );
    case 'resource':
      return accept((await read.all('resource')).filter(named).map((row) => ({ entity, row })));
    case 'unit':
      return accept((await read.unitsNamed(id)).filter(named).map((row) => ({ entity, row: seenUnit(eyes, row) })));
  }
};
