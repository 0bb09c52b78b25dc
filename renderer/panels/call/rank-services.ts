import type { ServiceType } from '../../../core/domain/work/service-type.ts';

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
}

/** Two words speak of the same thing when one begins the other: "brake" and "brakes". */
function alike(a: string, b: string): boolean {
  return a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/**
 * Service types whose name holds every typed word, best first. What the caller said decides among equals, so that
 * "grinding brakes" offers the brakes before anything is typed.
 */
export function rankServices(
  types: readonly ServiceType[],
  typed: string,
  said: string,
): readonly { readonly type: ServiceType; readonly guessed: boolean }[] {
  const wanted = wordsOf(typed);
  const heard = wordsOf(said);
  return types
    .filter((type) => wanted.every((word) => wordsOf(type.name).some((own) => own.startsWith(word))))
    .map((type) => {
      const own = wordsOf(type.name);
      const hits = own.filter((word) => heard.some((one) => alike(one, word))).length;
      return { type, guessed: hits > 0, score: hits / Math.max(1, own.length) };
    })
    .toSorted((a, b) => b.score - a.score || a.type.name.localeCompare(b.type.name))
    .map(({ type, guessed }) => ({ type, guessed }));
}
