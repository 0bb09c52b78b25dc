import type { Refusal } from '../contract/refusal.ts';
import { busyRange } from '../domain/work/status-machine.ts';
import type { Reason } from '../domain/rules/reason.ts';
import type { ApplyAnswer, Reader } from './ports/store.ts';

type Overlap = Extract<ApplyAnswer, { readonly appointmentId: unknown }>;

/** The store's belt refused what the rules let pass: told in the words of the rule it stands behind. */
export async function doubleUse(read: Reader, { resourceId, appointmentId, at }: Overlap): Promise<Refusal> {
  const resource = await read.get('resource', resourceId);
  const other = await read.get('appointment', appointmentId);
  const named = { id: resourceId, name: resource?.name ?? '' };
  const { from, to } = other === undefined ? { from: at, to: at } : busyRange(other, at);
  const title = other?.title ?? '';
  const use = { why: 'double-use', title, from, to } as const;
  const reason: Reason =
    resource?.kind === 'technician'
      ? { rule: 'technician-free', technician: named, ...use }
      : resource?.kind === 'bay'
        ? { rule: 'bay-free', bay: named, ...use }
        : { rule: 'resource-free', resource: named, ...use };
  return { kind: 'blocked', reasons: [{ severity: 'block', reason }], alternatives: [] };
}
