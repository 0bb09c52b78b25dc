import type { ApplyAnswer } from '../../application/ports/store.ts';
import type { Appointment, AppointmentStatus } from '../../domain/work/appointment.ts';
import type { Database, Engine } from '../engine.ts';
import { capacityOf, deleteClaimsOf, insertClaims, occupyingNear } from '../queries/claims.ts';
import { plannedBusy } from '../rows/appointment-row.ts';
import type { ClaimTable } from '../tables.ts';
import type { AppointmentChange } from './apply-rows.ts';
import { colour } from './colour.ts';

type Refused = Extract<ApplyAnswer, { readonly ok: false }>;
const DONE: ApplyAnswer = { ok: true };
const OCCUPYING: readonly AppointmentStatus[] = ['held', 'confirmed', 'in-progress'];

/** Everything the claims table repeats of an appointment. */
function claimFacts(one: Appointment | undefined): string {
  if (one === undefined) return '';
  const busy = plannedBusy(one);
  return JSON.stringify([busy.from, busy.to, OCCUPYING.includes(one.state.status), one.claims]);
}

/** One row for each unit wanted, by resource. Unit numbers count up from 0 until they are assigned. */
function wantedRows(one: Appointment, revision: number): Map<ClaimTable['resource_id'], ClaimTable[]> {
  const busy = plannedBusy(one);
  const wanted = new Map<ClaimTable['resource_id'], ClaimTable[]>();
  for (const claim of one.claims) {
    const rows = wanted.get(claim.resourceId) ?? [];
    wanted.set(claim.resourceId, rows);
    for (let count = 0; count < claim.units; count += 1) {
      rows.push({
        appointment_id: one.id,
        resource_id: claim.resourceId,
        unit: rows.length,
        organization_id: one.organizationId,
        role: claim.role,
        busy_from: busy.from,
        busy_to: busy.to,
        occupying: OCCUPYING.includes(one.state.status) ? 1 : 0,
        revision,
      });
    }
  }
  return wanted;
}

function refusal(mine: ClaimTable, others: readonly ClaimTable[]): Refused {
  const other = others.find((one) => one.appointment_id !== mine.appointment_id) ?? mine;
  const at = other.busy_from > mine.busy_from ? other.busy_from : mine.busy_from;
  return { ok: false, resourceId: mine.resource_id, appointmentId: other.appointment_id, at };
}

/**
 * Hands out the lowest free units. When none is free all through but the resource is not full at any instant, what
 * hangs together is dealt out anew: unit numbers mean nothing outside this table.
 */
async function place(db: Database, rows: readonly ClaimTable[]): Promise<ApplyAnswer> {
  const [first] = rows;
  if (first === undefined) return DONE;
  if (first.occupying === 0) {
    await insertClaims(db, rows);
    return DONE;
  }
  const capacity = await capacityOf(db, first.resource_id);
  const meeting = await occupyingNear(db, first, false);
  const free = Array.from({ length: capacity }, (_, unit) => unit).filter(
    (unit) => !meeting.some((row) => row.unit === unit),
  );
  if (free.length >= rows.length) {
    await insertClaims(
      db,
      rows.map((row, index) => ({ ...row, unit: free[index] ?? index })),
    );
    return DONE;
  }
  if (capacity === 1) return refusal(first, meeting);

  const around = await occupyingNear(db, first, true);
  const stretches = [...around, ...rows].map((row) => ({ from: row.busy_from, to: row.busy_to, row }));
  const dealt = colour(stretches, capacity);
  if ('none' in dealt) return refusal(first, meeting);
  for (const row of around) await deleteClaimsOf(db, row.appointment_id, row.resource_id);
  await insertClaims(
    db,
    [...dealt.units].map(([stretch, unit]) => ({ ...stretch.row, unit })),
  );
  return DONE;
}

/** Brings the claims table in step with changed appointments; old claims go first, so that two may swap places. */
export async function applyClaims(
  db: Database,
  engine: Engine,
  changes: readonly AppointmentChange[],
  revision: number,
): Promise<ApplyAnswer> {
  const changed = changes.filter((one) => claimFacts(one.before) !== claimFacts(one.after));
  for (const one of changed) if (one.before !== undefined) await deleteClaimsOf(db, one.id, null);
  for (const { after } of changed) {
    if (after === undefined) continue;
    for (const rows of wantedRows(after, revision).values()) {
      try {
        const answer = await place(db, rows);
        if (!answer.ok) return answer;
      } catch (error) {
        const [first] = rows;
        if (first === undefined || !engine.isClaimOverlap(error)) throw error;
        return refusal(first, await occupyingNear(db, first, false));
      }
    }
  }
  return DONE;
}
