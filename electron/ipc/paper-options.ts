import type { PaperOptions } from '../../core/contract/shell.ts';

const LONGEST_NAME = 120;

/** Reads what a console asks to print; undefined when it is not a request we know. A file name never leaves its folder. */
export function parsePaperOptions(input: unknown): Required<PaperOptions> | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { pageSize, landscape = false, fileName = 'laneway.pdf' }: Readonly<Record<string, unknown>> = { ...input };
  if (pageSize !== 'A4' && pageSize !== 'Letter') return undefined;
  if (typeof landscape !== 'boolean' || typeof fileName !== 'string') return undefined;
  return { pageSize, landscape, fileName: plainName(fileName) };
}

function plainName(text: string): string {
  const name = text
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/\.pdf$/i, '')
    .replace(/^[. ]+/, '')
    .slice(0, LONGEST_NAME)
    .trim();
  return `${name === '' ? 'laneway' : name}.pdf`;
}
