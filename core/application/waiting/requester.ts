import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { invalid } from '../refusals.ts';
import type { Scene } from '../use-case.ts';

/** Who asks. A user with the role requester asks for itself alone; others may ask in somebody's name. */
export function requesterOf(scene: Scene, named: string | null): Outcome<string, Refusal> {
  const own = scene.actor.id;
  if (named === null || named === own) return accept(own);
  return scene.actor.role === 'requester' ? invalid('requester', 'must be yourself, or null') : accept(named);
}

/** True when the actor may see and confirm the hold: a requester only what it holds itself. */
export function mayUse(scene: Scene, appointment: Pick<Appointment, 'source'>): boolean {
  return scene.actor.role !== 'requester' || appointment.source?.source === scene.actor.id;
}

/** A requester accepts no cautions: those are for people who can see the board. */
export function asRequester(scene: Scene): Scene {
  return scene.actor.role === 'requester' ? { ...scene, acceptCautions: false } : scene;
}
