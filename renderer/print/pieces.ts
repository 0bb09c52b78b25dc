import type { JobSheet, SheetJob, SheetLine } from '../../core/contract/views/sheet-view.ts';

/** What may be ticked off beside a job. */
export type Tick =
  | { readonly list: 'parts'; readonly part: SheetJob['parts'][number] }
  | { readonly list: 'checks'; readonly text: string };

/** A job, or as much of it as stands together on one page. */
export interface JobPiece {
  readonly kind: 'job';
  readonly job: SheetJob;
  /** False for what goes on from the piece before. */
  readonly first: boolean;
  /** The job's own tick box stands with its last piece. */
  readonly last: boolean;
  readonly notes: string;
  readonly ticks: readonly Tick[];
}

export type Piece =
  | JobPiece
  | { readonly kind: 'line'; readonly line: Exclude<SheetLine, { kind: 'job' }> }
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'sign' };

/** The most lines of notes or of ticks in one piece: a quarter of a page, so that any piece fits under any header. */
const MOST_LINES = 14;
/** Letters that surely fit one line of notes, and one of the list beside them. */
const NOTE_LINE = 46;
const TICK_LINE = 22;

/** A sheet from top to bottom as pieces that are never torn; jobs with long notes or lists make several. */
export function piecesOf(sheet: JobSheet): readonly Piece[] {
  const lines = sheet.lines.flatMap((line): readonly Piece[] =>
    line.kind === 'job' ? jobPieces(line.job) : [{ kind: 'line', line }],
  );
  const hasJobs = sheet.lines.some((line) => line.kind === 'job');
  return [
    ...(sheet.absent === null ? [] : [{ kind: 'absent', reason: sheet.absent } as const]),
    ...(hasJobs ? [] : [{ kind: 'empty' } as const]),
    ...lines,
    { kind: 'sign' },
  ];
}

/** A drive stays with where it leads to; the lines to sign stay with the last of the day. */
export function keepsWithNext(piece: Piece, next: Piece | undefined): boolean {
  if (next === undefined) return false;
  return next.kind === 'sign' || (piece.kind === 'line' && piece.line.kind === 'travel' && next.kind === 'job');
}

function jobPieces(job: SheetJob): readonly JobPiece[] {
  const notes = portions(noteLines(job.notes), NOTE_LINE).map((part) => part.join(''));
  const ticks = tickPortions([
    ...job.parts.map((part): Tick => ({ list: 'parts', part })),
    ...job.checklist.map((text): Tick => ({ list: 'checks', text })),
  ]);
  const count = Math.max(1, notes.length, ticks.length);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'job',
    job,
    first: index === 0,
    last: index === count - 1,
    notes: (notes[index] ?? '').trim(),
    ticks: ticks[index] ?? [],
  }));
}

/** Runs of text no longer than a line, cut between words; a written line break ends its run. */
function noteLines(text: string): readonly string[] {
  return text
    .trim()
    .split(/(?<=\n)/)
    .flatMap((line) => line.match(new RegExp(`.{1,${NOTE_LINE}}(?:\\s|$)|.{1,${NOTE_LINE}}|\\n`, 'gsu')) ?? []);
}

function portions(lines: readonly string[], width: number): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let used = MOST_LINES;
  for (const line of lines) {
    const height = Math.max(1, Math.ceil(line.length / width));
    if (used + height > MOST_LINES) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages;
}

function tickPortions(ticks: readonly Tick[]): readonly (readonly Tick[])[] {
  const pages: Tick[][] = [];
  let used = MOST_LINES;
  for (const tick of ticks) {
    const length = tick.list === 'checks' ? tick.text.length : tick.part.name.length + tick.part.measure.length + 8;
    const height = Math.ceil(length / TICK_LINE);
    if (used + height > MOST_LINES) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(tick);
    used += height;
  }
  return pages;
}
