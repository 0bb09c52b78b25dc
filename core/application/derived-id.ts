import { asId, uuidOfHash, type Id } from '../kernel/id.ts';
import type { Scene } from './use-case.ts';

/**
 * The id of a row that follows from others: from the same parts comes the same id, whoever asks and however often. The
 * first part says what it is, so that two kinds of rows never share one.
 */
export function derivedId<Name extends string>(
  scene: Scene,
  ...parts: readonly [Name, ...(string | number)[]]
): Id<Name> {
  return asId<Name>(uuidOfHash(scene.surroundings.fingerprint(JSON.stringify(parts))));
}

/** As many as are asked for, numbered from the same parts. */
export function derivedIds<Name extends string>(
  scene: Scene,
  count: number,
  ...parts: readonly [Name, ...(string | number)[]]
): readonly Id<Name>[] {
  return Array.from({ length: count }, (_, index) => derivedId<Name>(scene, ...parts, index));
}
