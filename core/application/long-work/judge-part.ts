import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { busyIndexOf } from '../../domain/board/busy-index.ts';
import { withoutAppointments } from '../../domain/board/without-appointments.ts';
import { judge } from '../../domain/rules/judge.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import type { Appointment, AppointmentId } from '../../domain/work/appointment.ts';
import { loadAppointmentNeeds } from '../needs.ts';
import { busyOf } from '../place.ts';
import { loadFactsFor } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import { found } from '../refusals.ts';
import type { Scene } from '../use-case.ts';

/** What the rulebook says of one part where it would be; its start was judged when it was given. `own` are not in the way. */
export async function judgePart(
  read: Reader,
  scene: Scene,
  part: Appointment,
  own: ReadonlySet<AppointmentId>,
): Promise<Outcome<readonly Reason[], Refusal>> {
  const location = await found(read, 'location', part.locationId, 'id');
  if (!location.ok) return location;
  const { needs, source } = await loadAppointmentNeeds(read, part, scene.now);
  const { start, end, claims } = part;
  const facts = await loadFactsFor(read, scene, {
    location: location.value,
    organization: source.organization,
    resources: await read.getMany(
      'resource',
      claims.map((claim) => claim.resourceId),
    ),
    partIds: needs.parts.map((need) => need.partId),
    partNeeds: needs.parts,
    range: busyOf(needs, start, end),
  });
  const index = busyIndexOf(withoutAppointments(facts, own));
  const { level, reasons } = judge({ start, end, claims }, { ...needs, appointmentId: null }, index, {
    recording: true,
  });
  if (level === 'block') return refuse({ kind: 'blocked', reasons, alternatives: [] });
  if (level === 'caution' && !scene.acceptCautions) return refuse({ kind: 'needs-override', reasons });
  return accept(reasons.map((one) => one.reason));
}
