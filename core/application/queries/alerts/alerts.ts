import { accept } from '../../../kernel/outcome.ts';
import type { AlertLine } from '../../../contract/views/alert-view.ts';
import type { Alert } from '../../../domain/work/alert.ts';
import type { Unit } from '../../../domain/work/customer.ts';
import type { Answerer } from '../../use-case.ts';

/** Newest first. */
export const alerts: Answerer<'alerts'> = async (read, { locationId, status, limit }) => {
  const found = await read.find('alert', {
    ...(locationId === null ? {} : { locationId }),
    ...(status === null ? {} : { status: [status] }),
  });
  const newest = found.toReversed().slice(0, limit);
  const unitIds = [...new Set(newest.flatMap((alert) => alert.unitId ?? []))];
  const units = new Map((await read.getMany('unit', unitIds)).map((unit) => [unit.id, unit]));
  return accept(newest.map((alert) => alertLine(alert, alert.unitId === null ? undefined : units.get(alert.unitId))));
};

export function alertLine(alert: Alert, unit: Unit | undefined): AlertLine {
  const { id, name, messageId, receivedAt, priority, summary, locationId, outcome, reasons } = alert;
  const named = unit === undefined ? null : { id: unit.id, name: unit.name, plate: unit.plate };
  return { id, name, messageId, receivedAt, priority, summary, locationId, unit: named, outcome, reasons };
}
