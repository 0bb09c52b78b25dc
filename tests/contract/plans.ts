import type { NoProof, PlanProof, PlanRemedy } from '../../core/contract/views/plan-view.ts';
import type { EarlyWarning } from '../../core/contract/views/repair-view.ts';
import { minutes } from '../../core/domain/time/instant.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';
import { NINE, NOON } from './reasons.ts';

/** One of each remedy of a plan. */
const NO_PROOF: Readonly<Record<NoProof, true>> = {
  'too-many-jobs': true,
  'work-without-bay': true,
  'several-sites': true,
  crews: true,
  order: true,
  counts: true,
  'no-thread': true,
  failed: true,
};

export const PROOFS: readonly PlanProof[] = [
  { status: 'optimal', bound: 72, best: 72, gap: 0, seconds: 0.4 },
  { status: 'open', bound: 72, best: 80, gap: 0.1, seconds: 30 },
  ...(Object.keys(NO_PROOF) as NoProof[]).map((why): PlanProof => ({ status: 'none', why })),
];

export const REMEDIES: { readonly [K in PlanRemedy['remedy']]: Extract<PlanRemedy, { readonly remedy: K }> } = {
  overtime: {
    remedy: 'overtime',
    technician: { id: 'mike' as ResourceId, name: 'Mike Johnson' },
    minutes: minutes(45),
    start: NINE,
  },
  'another-day': { remedy: 'another-day', start: NINE },
  part: { remedy: 'part', part: 'Thermostat', at: NINE },
  skill: { remedy: 'skill', skill: 'Engine' },
  bay: { remedy: 'bay', capability: 'lift' },
  'outside-window': { remedy: 'outside-window', start: NINE },
};

const late = {
  appointmentId: 'one' as AppointmentId,
  title: 'Gearbox noise',
  customer: 'Ola',
  start: NOON,
  startsIn: 25,
};

/** One of each early warning. */
export const WARNINGS: { readonly [K in EarlyWarning['warning']]: Extract<EarlyWarning, { readonly warning: K }> } = {
  'previous-underway': {
    ...late,
    warning: 'previous-underway',
    previous: { id: 'two' as AppointmentId, title: 'Brake check', expectedEnd: NOON },
  },
  'not-started': { ...late, warning: 'not-started' },
};
