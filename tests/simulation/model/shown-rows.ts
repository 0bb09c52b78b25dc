import type { Exposure } from '../../../core/domain/work/exposure.ts';
import type { SlotInstance } from '../../../core/domain/work/slot-instance.ts';

/** What outsiders see. */
export type ShownRow = ExposureRow | SlotRow;

export interface ExposureRow extends Pick<
  Exposure,
  'id' | 'requester' | 'serviceTypeId' | 'resourceId' | 'at' | 'until' | 'slots'
> {
  readonly entity: 'exposure';
}

/** Its id follows from whose it is, when and how long. */
export interface SlotRow extends Pick<SlotInstance, 'resourceId' | 'serviceTypeId' | 'range' | 'status'> {
  readonly entity: 'slotInstance';
  readonly id: string;
}

export function slotKey({ resourceId, range: { from, to } }: Pick<SlotInstance, 'resourceId' | 'range'>): string {
  return `slot of ${resourceId} from ${from} to ${to}`;
}
