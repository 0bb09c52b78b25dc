import type { ProjectFile } from './project.ts';

const PURE_ROOMS = /^core\/(kernel|domain|planning)\/.*\.ts$/;
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(|\bnew Date\(\)/, 'reads the clock'],
  [/\bperformance\.now\(/, 'reads the clock'],
  [/\bMath\.random\(|\bcrypto\./, 'asks for randomness'],
  [/\basync\b|\bawait\b|\bnew Promise\b/, 'waits'],
  [/\bfetch\(|\bsetTimeout\(|\bconsole\./, 'reaches outside'],
];

/** Lines of pure rooms that read a clock, ask for randomness, wait or reach outside. */
export function impurities(files: readonly ProjectFile[]): readonly string[] {
  return files
    .filter((file) => PURE_ROOMS.test(file.path))
    .flatMap((file) =>
      withoutComments(file.text)
        .split('\n')
        .flatMap((line, index) =>
          IMPURE.filter(([pattern]) => pattern.test(line)).map(([, what]) => `${file.path}:${index + 1} ${what}`),
        ),
    );
}

// Keeps the line breaks, so that the numbers stay right. Text in quotes goes as well: words are not calls.
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replaceAll(/\/\/.*$/gm, '');
}
