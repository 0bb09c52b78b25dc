import type { ReadMessage } from '../../contract/messages/read-message.ts';
import { recommendedService, type RecommendedService } from '../../domain/policy/recommended-service.ts';
import type { Reader } from '../ports/store.ts';

/** What a message recommends, out of the catalogue. */
export async function meantService(read: Reader, message: ReadMessage): Promise<RecommendedService> {
  const catalogue = { serviceTypes: await read.all('serviceType'), kinds: await read.all('appointmentKind') };
  return recommendedService(message.service, `${message.summary} ${message.fault}`, catalogue);
}
