import type { Refusal } from '../contract/refusal.ts';
import { busyRange } from '../domain/work/status-machine.ts';
import type { ApplyAnswer, Reader } from './ports/store.ts';

type Overlap = Extract<ApplyAnswer, { readonly appointmentId: unknown }>;

/** The store's belt refused what the rules let pass: told in the words of the rule it stands behind. */
export async function doubleUse(read: Reader, { resourceId, appointmentId, at }: Overlap): Promise<Refusal> {
  const resource = await read.get('resource', resourceId);
  const other = await read.get('appointment', appointmentId);
  const named = { id: resourceId, name: resource?.name ?? '' };
  const { from, to } = other === undefined ? { from: at, to: at } : busyRange(other, at);
  const title = other?.title ?? '';
  const reason =
    resource?.kind === 'bay'
      ? ({ rule: 'bay-free', why: 'double-use', bay: named, title, from, to } as const)
      : ({ rule: 'technician-free', why: 'double-use', technician: named, title, from, to } as const);
  return { kind: 'blocked', reasons: [{ severity: 'block', reason }], alternatives: [] };
}
