import type { SearchHit, SearchKind } from '../../../core/contract/views/search-view.ts';
import type { IntentFace } from '../../intents/use-intents.ts';
import type { RecentItem } from './recent.ts';

/** One line of the palette, whatever it leads to. */
export type PaletteLine =
  | { readonly kind: 'command'; readonly key: string; readonly face: IntentFace }
  | { readonly kind: 'sick'; readonly key: string; readonly resourceId: string; readonly name: string }
  | { readonly kind: 'call'; readonly key: string; readonly name: string }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | { readonly kind: 'recent'; readonly key: string; readonly item: RecentItem };

export type GroupName = 'recent' | 'commands' | 'technicians' | SearchKind;

export interface PaletteGroup {
  readonly name: GroupName;
  readonly lines: readonly PaletteLine[];
}

export interface PaletteSource {
  readonly text: string;
  readonly faces: readonly IntentFace[];
  readonly hits: readonly SearchHit[];
  readonly recent: readonly RecentItem[];
  readonly technicians: readonly { readonly id: string; readonly name: string }[];
  /** The words under which a technician's absence is found. */
  readonly sickWord: string;
  /** A customer whose units and work are shown; commands rest meanwhile. */
  readonly within: string | null;
}

const FEW_COMMANDS = 5;
const MANY_COMMANDS = 60;
/** Who is meant comes before what was done for them; so many of each, the rest by typing more. */
const ORDER: readonly SearchKind[] = ['customer', 'unit', 'appointment', 'workOrder'];
const FEW_HITS = 5;

export function commandsOnly(text: string): boolean {
  return text.startsWith('>');
}

/** What is looked for, without the sign that asks for commands alone. */
export function wanted(text: string): string {
  return text.replace(/^>/, '').trim();
}

/** True when every typed word begins a word of the label. */
export function isLike(label: string, typed: string): boolean {
  const own = plain(label).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => own.some((one) => one.startsWith(word)));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Everything the palette shows, in groups, best first; empty groups are left out. */
export function paletteGroups(source: PaletteSource): readonly PaletteGroup[] {
  const { text, within } = source;
  const typed = wanted(text);
  const groups: PaletteGroup[] = [];
  const add = (name: GroupName, lines: readonly PaletteLine[]): void => {
    if (lines.length > 0) groups.push({ name, lines });
  };
  if (within !== null) add('commands', [{ kind: 'call', key: 'call', name: within }]);
  else if (typed === '' && !commandsOnly(text))
    add(
      'recent',
      source.recent.map((item) => ({ kind: 'recent', key: `recent ${item.id}`, item })),
    );
  const commands = within === null ? commandLines(source, typed) : [];
  const sick = within === null && typed !== '' ? sickLines(source, typed) : [];
  const hits = commandsOnly(text) ? [] : source.hits;
  // Who types a number or a name looks for a thing; commands come first only when nothing was found.
  const most = within === null ? FEW_HITS : hits.length;
  const things = ORDER.map((kind) => hits.filter((hit) => hit.kind === kind).slice(0, most));
  if (typed === '') add('commands', commands);
  for (const [index, found] of things.entries()) {
    const name = ORDER[index];
    if (name !== undefined)
      add(
        name,
        found.map((hit) => ({ kind: 'hit', key: `${hit.kind} ${hit.id}`, hit })),
      );
  }
  add('technicians', sick);
  if (typed !== '') add('commands', commands);
  if (typed !== '' && commands.some((line) => line.kind === 'command' && startsLike(line.face.label, typed)))
    return [...groups.filter((group) => group.name === 'commands'), ...groups.filter((one) => one.name !== 'commands')];
  return groups;
}

function startsLike(label: string, typed: string): boolean {
  return typed.length >= 3 && plain(label).startsWith(plain(typed));
}

function commandLines({ text, faces }: PaletteSource, typed: string): readonly PaletteLine[] {
  const most = commandsOnly(text) || typed === '' ? MANY_COMMANDS : FEW_COMMANDS;
  return faces
    .filter((face) => !face.disabled && face.id !== 'palette' && isLike(face.label, typed))
    .slice(0, most)
    .map((face) => ({ kind: 'command', key: `command ${face.id}`, face }));
}

function sickLines({ technicians, sickWord }: PaletteSource, typed: string): readonly PaletteLine[] {
  return technicians
    .filter((one) => isLike(`${sickWord} ${one.name}`, typed))
    .slice(0, FEW_COMMANDS)
    .map((one) => ({ kind: 'sick', key: `sick ${one.id}`, resourceId: one.id, name: one.name }));
}
