import { describe, expect, it } from 'vitest';
import { allIntents } from '../../../renderer/app/all-intents.ts';

describe('all intents together', () => {
  const intents = allIntents();

  it('have names of their own', () => {
    const ids = intents.map((intent) => intent.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('share no shortcut', () => {
    const keys = intents.flatMap((intent) => intent.shortcut?.toLowerCase() ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('reach everything a dispatcher does without a mouse', () => {
    const ids = new Set(intents.map((intent) => intent.id));
    for (const id of [
      'undo',
      'redo',
      'palette',
      'call',
      'print',
      'today',
      'confirm-appointment',
      'move-appointment',
      'zoom-fit',
    ])
      expect(ids).toContain(id);
  });
});
