import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../../core/contract/views/search-view.ts';
import type { IntentFace } from '../../../../renderer/intents/use-intents.ts';
import { isLike, paletteGroups, type PaletteSource } from '../../../../renderer/panels/palette/palette-lines.ts';

const face = (id: string, label: string, disabled = false): IntentFace => ({
  id,
  label,
  shortcut: undefined,
  disabled,
  run: () => undefined,
});
const customer: SearchHit = {
  kind: 'customer',
  id: 'c',
  title: 'Rosa Lindqvist',
  detail: '',
  tier: 'fleet',
  phone: '',
};
const unit = (id: string): SearchHit => ({
  kind: 'unit',
  id,
  title: 'Volvo FH16',
  detail: '',
  customerId: 'c',
  plate: id,
});
const source: PaletteSource = {
  text: '',
  faces: [
    face('undo', 'Undo move'),
    face('call', 'Take a call'),
    face('redo', 'Redo', true),
    face('palette', 'Search'),
  ],
  hits: [],
  recent: [{ kind: 'customer', id: 'c', title: 'Rosa Lindqvist', detail: '' }],
  technicians: [{ id: 'mike', name: 'Mike Johnson' }],
  sickWord: 'Sick today',
  within: null,
};
const shape = (part: Partial<PaletteSource>) =>
  paletteGroups({ ...source, ...part }).map((group) => [group.name, group.lines.map((line) => line.key)]);

describe('the palette', () => {
  it('shows what was visited last and every possible command before anything is typed', () => {
    expect(shape({})).toEqual([
      ['recent', ['recent c']],
      ['commands', ['command undo', 'command call']],
    ]);
  });

  it('leaves only commands after a >', () => {
    expect(shape({ text: '>ca', hits: [customer] })).toEqual([['commands', ['command call']]]);
  });

  it('puts people before their units, and no more than five of a kind', () => {
    const hits = [...['1', '2', '3', '4', '5', '6'].map(unit), customer];
    const groups = shape({ text: 'volvo', hits });
    expect(groups.map(([name]) => name)).toEqual(['customer', 'unit']);
    expect(groups[1]?.[1]).toHaveLength(5);
  });

  it('puts a command first when its name begins with what is typed', () => {
    const groups = shape({ text: 'take', hits: [customer] });
    expect(groups.map(([name]) => name)).toEqual(['commands', 'customer']);
  });

  it('offers the absence of a technician by word and name', () => {
    expect(shape({ text: 'sick mi' })).toEqual([['technicians', ['sick mike']]]);
  });

  it('shows nothing but the customer’s own things once a customer is entered', () => {
    expect(shape({ within: 'Rosa Lindqvist', hits: [unit('1')] })).toEqual([
      ['commands', ['call']],
      ['unit', ['unit 1']],
    ]);
  });

  it('matches beginnings of words without accents', () => {
    expect(isLike('Später öffnen', 'off spa')).toBe(true);
    expect(isLike('Take a call', 'all')).toBe(false);
  });
});
