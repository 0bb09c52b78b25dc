import { factPhrase } from '../../core/contract/phrases/fact-phrase.ts';
import { redoPhrase, undoPhrase } from '../../core/contract/phrases/name-phrases.ts';
import type { UndoState } from '../../core/contract/views/log-view.ts';
import type { Intent, Scene } from './intent.ts';

function steps({ console }: Scene): UndoState | undefined {
  return console.cache.peek('undoState', {}).value;
}

async function perform(scene: Scene, name: 'undo' | 'redo'): Promise<void> {
  const { console, words } = scene;
  const reply = await console.perform(name, {});
  if (!reply.ok) return;
  const { subject, facts = [] } = reply.value;
  const left = facts.find((fact) => fact.fact === 'left-as-it-is');
  const done = words.ui(`ui.${name}.done`, { subject });
  console.notices.announce(left === undefined ? done : words.say(factPhrase(left)));
}

export const undoIntents: readonly Intent[] = [
  {
    id: 'undo',
    group: 'plan',
    shortcut: 'Mod+Z',
    triedByKey: true,
    label: (scene) => {
      const step = steps(scene)?.undo;
      return step === undefined || step === null ? scene.words.ui('ui.undo') : scene.words.say(undoPhrase(step));
    },
    unavailable: (scene) => (steps(scene)?.undo ?? null) === null,
    run: (scene) => perform(scene, 'undo'),
  },
  {
    id: 'redo',
    group: 'plan',
    shortcut: 'Mod+Shift+Z',
    triedByKey: true,
    label: (scene) => {
      const step = steps(scene)?.redo;
      return step === undefined || step === null ? scene.words.ui('ui.redo') : scene.words.say(redoPhrase(step));
    },
    unavailable: (scene) => (steps(scene)?.redo ?? null) === null,
    run: (scene) => perform(scene, 'redo'),
  },
];
