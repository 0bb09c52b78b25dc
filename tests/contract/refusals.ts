import type { Fault, Refusal } from '../../core/contract/refusal.ts';
import { minutes } from '../../core/domain/time/instant.ts';
import { NINE, NOON, REASONS } from './reasons.ts';

const id = '00000000-0000-7000-8000-000000000003';
const reasons = Object.values(REASONS)
  .flat()
  .slice(0, 2)
  .map((reason) => ({ severity: 'block', reason }) as const);

/** One of every refusal there is; the compiler refuses a missing or a superfluous one. */
export const REFUSALS: { readonly [K in Refusal['kind']]: Extract<Refusal, { kind: K }> } = {
  'invalid-input': { kind: 'invalid-input', problems: [{ field: 'end', reason: 'must be after the start' }] },
  'unknown-name': { kind: 'unknown-name', name: 'teleportAppointment' },
  'not-permitted': { kind: 'not-permitted', permission: 'schedule' },
  'unknown-user': { kind: 'unknown-user', id },
  'inactive-user': { kind: 'inactive-user', name: 'Dana' },
  'not-own-work': { kind: 'not-own-work', title: 'Gearbox noise' },
  'not-found': { kind: 'not-found', entity: 'appointment', id, field: 'id' },
  'already-exists': { kind: 'already-exists', entity: 'customer', id },
  'external-id-taken': {
    kind: 'external-id-taken',
    entity: 'customer',
    source: 'crm',
    id: '7',
    by: 'Nordlys',
    byId: id,
  },
  blocked: { kind: 'blocked', reasons, alternatives: [] },
  'needs-override': { kind: 'needs-override', reasons },
  'wrong-status': { kind: 'wrong-status', title: 'Gearbox noise', from: 'held', to: 'completed' },
  'final-status': { kind: 'final-status', title: 'Gearbox noise', status: 'no-show' },
  'already-booked': { kind: 'already-booked', title: 'Gearbox noise', start: NINE },
  'in-use': { kind: 'in-use', entity: 'resource', name: 'Bay 3', by: 2 },
  'approval-needed': { kind: 'approval-needed', title: 'Gearbox noise', rule: 'Long jobs', priority: 20 },
  'approval-pending': { kind: 'approval-pending', title: 'Gearbox noise', rule: 'Long jobs', priority: 20 },
  'no-place': { kind: 'no-place', title: 'Gearbox noise' },
  'nothing-to-approve': { kind: 'nothing-to-approve', title: 'Gearbox noise' },
  'reschedule-limit': { kind: 'reschedule-limit', title: 'Gearbox noise', limit: 2 },
  'wrong-fee-status': { kind: 'wrong-fee-status', title: 'Gearbox noise', from: 'waived', to: 'paid' },
  'changed-since': { kind: 'changed-since', what: 'Gearbox noise', by: 'Dana', at: NINE },
  'nothing-to-undo': { kind: 'nothing-to-undo' },
  'nothing-to-redo': { kind: 'nothing-to-redo' },
  'not-undoable': { kind: 'not-undoable', command: 'createOrganization' },
  'same-id-other-command': { kind: 'same-id-other-command', id },
  'stock-short': { kind: 'stock-short', part: 'Thermostat', needed: 2, available: 1 },
  'not-exposed': { kind: 'not-exposed', start: NINE },
  'time-taken': { kind: 'time-taken', alternatives: [] },
  'not-empty': { kind: 'not-empty' },
  'no-free-slot': { kind: 'no-free-slot', from: NINE, to: NOON },
  'nobody-waiting': { kind: 'nobody-waiting', from: NINE, to: NOON },
  'not-waiting': { kind: 'not-waiting', title: 'Gearbox noise', status: 'booked' },
  'no-working-time': { kind: 'no-working-time', title: 'Gearbox overhaul', duration: minutes(2880), until: NINE },
  'plan-unfit': {
    kind: 'plan-unfit',
    lines: [
      {
        line: 2,
        title: 'Gearbox noise',
        because: { kind: 'already-booked', title: 'Gearbox noise', start: NINE },
      },
    ],
  },
  'cancelled-by-caller': { kind: 'cancelled-by-caller' },
};

export const FAULTS: { readonly [K in Fault['code']]: Fault } = {
  'disk-full': { kind: 'fault', code: 'disk-full', retryable: true },
  'read-only': { kind: 'fault', code: 'read-only', retryable: true },
  busy: { kind: 'fault', code: 'busy', retryable: true },
  corrupt: { kind: 'fault', code: 'corrupt', retryable: false },
  unavailable: { kind: 'fault', code: 'unavailable', retryable: true },
  'too-large': { kind: 'fault', code: 'too-large', retryable: false },
  defect: { kind: 'fault', code: 'defect', retryable: false },
};
