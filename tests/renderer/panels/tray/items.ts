import type { TrayItem } from '../../../../core/contract/views/tray-view.ts';
import { instant, minutes } from '../../../../core/domain/time/instant.ts';

/** A card with nothing special about it. */
export function item(part: Partial<TrayItem>): TrayItem {
  return {
    workOrderId: null,
    appointmentId: null,
    number: 1,
    title: 'Brake discs',
    customer: '',
    tier: null,
    unit: '',
    kind: null,
    priority: 'normal',
    duration: minutes(60),
    due: null,
    start: null,
    heldUntil: null,
    field: false,
    needsBay: true,
    waitsForPart: null,
    openedAt: instant(0),
    ...part,
  };
}
