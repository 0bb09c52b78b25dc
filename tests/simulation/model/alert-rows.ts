import type { Alert } from '../../../core/domain/work/alert.ts';

/** A message that came in, with what became of it. */
export interface AlertRow extends Pick<
  Alert,
  'id' | 'name' | 'messageId' | 'receivedAt' | 'unitId' | 'locationId' | 'priority' | 'summary' | 'outcome'
> {
  readonly entity: 'alert';
}
