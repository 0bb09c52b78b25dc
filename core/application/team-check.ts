import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { busyIndexOf } from '../domain/board/busy-index.ts';
import { withoutAppointments } from '../domain/board/without-appointments.ts';
import type { ResourceRule, TechnicianRule } from '../domain/rules/booking-rule.ts';
import { candidateOf } from '../domain/rules/candidate.ts';
import { judgeCandidate } from '../domain/rules/judge.ts';
import { resourceFree, teamSpares } from '../domain/rules/resource-free.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { busyRange, occupies } from '../domain/work/status-machine.ts';
import { loadAppointmentNeeds } from './needs.ts';
import { teamsAround } from './other-facts.ts';
import { loadFactsFor } from './placement-context.ts';
import type { Reader } from './ports/store.ts';
import type { Scene } from './use-case.ts';

const DOUBLE_USE: readonly (TechnicianRule | ResourceRule)[] = [teamSpares, resourceFree];

/**
 * What undo and redo bring back to its place still fits the teams it touches. The store's own belt sees double use of one
 * resource; that a team and its members are the same people only the rules know. What is `gone` with the same step leaves
 * its place to it; a series that was saved over that place knew of it, on teams as on anybody else.
 */
export async function checkTeams(
  read: Reader,
  scene: Scene,
  after: readonly Appointment[],
  gone: readonly Appointment[],
): Promise<Outcome<null, Refusal>> {
  const changed = new Set([...after, ...gone].map((one) => one.id));
  for (const appointment of after) {
    if (!occupies(appointment, scene.now)) continue;
    const ids = appointment.claims.map((claim) => claim.resourceId);
    const resources = await read.getMany('resource', ids);
    if ((await teamsAround(read, resources)).members.size === 0) continue;
    const location = await read.get('location', appointment.locationId);
    if (location === undefined) continue;
    const { needs, source } = await loadAppointmentNeeds(read, appointment, scene.now);
    const { organization } = source;
    const range = busyRange(appointment, scene.now);
    const context = await loadFactsFor(read, scene, {
      location,
      organization,
      resources,
      partIds: [],
      range,
      withoutSeries: true,
    });
    const index = busyIndexOf(withoutAppointments(context, changed));
    const { level, reasons } = judgeCandidate(candidateOf(appointment, needs, index, true), index, DOUBLE_USE);
    if (level === 'block') return refuse({ kind: 'blocked', reasons, alternatives: [] });
  }
  return accept(null);
}
