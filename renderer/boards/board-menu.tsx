import type { ReactNode } from 'react';
import { ContextMenu } from '../design/context-menu.tsx';
import type { MenuItem } from '../design/menu.tsx';
import { useFaces, type IntentFace } from '../intents/use-intents.ts';
import { usePart } from '../state/use-console.ts';

function items(faces: readonly IntentFace[], keep: (face: IntentFace) => boolean): readonly MenuItem[] {
  return faces
    .filter((face) => keep(face) && !face.disabled)
    .map((face) => ({
      id: face.id,
      label: face.label,
      shortcut: face.shortcut,
      onSelect: face.run,
      ...(face.id === 'cancel-appointment' ? { tone: 'bad' as const } : {}),
    }));
}

/** What can be done to the selected appointment now: the same intents as keys and palette. */
export function BoardMenu({ children }: { readonly children: ReactNode }) {
  usePart(
    (console) => console.selection,
    (selection) => selection.main,
  );
  const faces = useFaces();
  const isStatus = (face: IntentFace): boolean => face.id.endsWith('-appointment');
  const sections = [
    { items: items(faces, (face) => isStatus(face) && face.id !== 'cancel-appointment') },
    { items: items(faces, (face) => face.id === 'cancel-appointment') },
  ];
  return <ContextMenu sections={sections}>{children}</ContextMenu>;
}
