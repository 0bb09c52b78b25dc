import type { Import } from './imports.ts';
import type { Article } from './law.ts';

/** Sentences about imports that the law forbids. Tests may import anything; nothing may import tests. */
export function lawBreaches(imports: readonly Import[], law: readonly Article[]): readonly string[] {
  return imports.flatMap((one) => {
    if (one.from.startsWith('tests/') || !one.from.includes('/')) return [];
    const article = law.find((candidate) => candidate.room.test(one.from));
    if (article === undefined) return [`${one.from} lies in no room of the import law`];
    return isLawful(one, article) ? [] : [`${one.from} must not import ${one.file ?? one.name ?? ''}`];
  });
}

function isLawful({ file, name }: Import, article: Article): boolean {
  if (file === undefined) return name !== undefined && article.packages.includes(name);
  return article.room.test(file) || article.files.some((allowed) => allowed.test(file));
}
