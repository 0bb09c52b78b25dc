import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Poppler's programs look at what a printer would get. */
export function hasPoppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface PdfWord {
  readonly text: string;
  /** Points from the left and from the top. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  readonly text: string;
  /** The lowest line, from left to right. */
  readonly foot: string;
}

/** How the page looks in ink: shares of its pixels. */
export interface Ink {
  readonly white: number;
  readonly black: number;
  /** Pixels that are neither black nor white nor a grey between them. */
  readonly coloured: number;
}

export function pagesOf(pdf: Buffer): readonly PdfPage[] {
  return inFolder(pdf, (file) => {
    const boxes = run('pdftotext', ['-bbox', file, '-']);
    return boxes
      .split('<page ')
      .slice(1)
      .map((page) => {
        const words = Array.from(
          page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g),
          ([, left, top, right, bottom, text = '']): PdfWord => ({
            text,
            left: Number(left),
            top: Number(top),
            right: Number(right),
            bottom: Number(bottom),
          }),
        );
        const [, width, height] = /width="(.+?)" height="(.+?)"/.exec(page) ?? [];
        return {
          width: Number(width),
          height: Number(height),
          words,
          text: words.map((word) => word.text).join(' '),
          foot: lowest(words),
        };
      });
  });
}

function lowest(words: readonly PdfWord[]): string {
  const bottom = Math.max(...words.map((word) => word.bottom));
  return words
    .filter((word) => word.bottom > bottom - 6)
    .toSorted((a, b) => a.left - b.left)
    .map((word) => word.text)
    .join(' ');
}

/** Keeps a PDF for people to look at, when they name a folder for it. */
export function keep(pdf: Buffer, name: string): void {
  const folder = process.env['LANEWAY_PAPER_FOLDER'];
  if (folder !== undefined) writeFileSync(path.join(folder, `${name}.pdf`), pdf);
}

export function inkOf(pdf: Buffer): readonly Ink[] {
  return inFolder(pdf, (file, folder) => {
    run('pdftoppm', ['-r', '60', file, path.join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ppm'))
      .toSorted()
      .map((name) => inkIn(readFileSync(path.join(folder, name))));
  });
}

/** A binary PPM: three bytes for each pixel behind a short head. */
function inkIn(image: Buffer): Ink {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('Not a picture as pdftoppm makes them');
  const pixels = image.subarray(head[0].length);
  const count = pixels.length / 3;
  let white = 0;
  let black = 0;
  let coloured = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) coloured += 1;
    else if (red > 250) white += 1;
    else if (red < 90) black += 1;
  }
  return { white: white / count, black: black / count, coloured: coloured / count };
}

function inFolder<T>(pdf: Buffer, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'laneway-pdf-'));
  try {
    const file = path.join(folder, 'sheets.pdf');
    writeFileSync(file, pdf);
    return work(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Poppler warns about the boxes of variable fonts; that is no matter of ours. */
function run(program: string, words: readonly string[]): string {
  return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
