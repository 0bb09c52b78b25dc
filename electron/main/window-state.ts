import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Null: let the system choose the place. */
  readonly box: Box | null;
  readonly maximized: boolean;
}

const FIRST: WindowState = { box: null, maximized: false };
const SMALLEST = { width: 960, height: 600 };
/** A window is usable when this much of its title bar lies on some screen. */
const REACHABLE = 80;

/** Where the window was when it was last closed; the default when there is no such note or it makes no sense. */
export function readWindowState(file: string, screens: readonly Box[]): WindowState {
  try {
    return fitToScreens(parseWindowState(JSON.parse(readFileSync(file, 'utf8'))), screens);
  } catch {
    return FIRST;
  }
}

/** Losing this note costs nothing, so a full disk is no reason to complain while closing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(state)}\n`);
  } catch {
    return;
  }
}

/** Forgets a place that no screen shows any more: a monitor may be gone since yesterday. */
export function fitToScreens(state: WindowState, screens: readonly Box[]): WindowState {
  const { box } = state;
  if (box === null) return state;
  const reachable = screens.some((screen) => {
    const across = Math.min(box.x + box.width, screen.x + screen.width) - Math.max(box.x, screen.x);
    const titleOnScreen = box.y >= screen.y - 1 && box.y <= screen.y + screen.height - REACHABLE;
    return across >= REACHABLE && titleOnScreen;
  });
  return reachable ? state : { ...state, box: null };
}

function parseWindowState(value: unknown): WindowState {
  const note = record(value);
  const box = note['box'] === null ? null : record(note['box']);
  if (box === null) return { box, maximized: note['maximized'] === true };
  const { x, y, width, height } = box;
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return FIRST;
  const size = { width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height) };
  return { box: { x, y, ...size }, maximized: note['maximized'] === true };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
