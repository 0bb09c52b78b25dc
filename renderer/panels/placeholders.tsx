/** Stand in until the panels are built: each of these is a slot of the shell. */
export function Tray() {
  return null;
}

export function Details() {
  return null;
}

export function Palette() {
  return null;
}

export function CallForm() {
  return null;
}

export function PrintDialog() {
  return null;
}

/** Cancel, absence, move and shortcuts: whatever `surfaces.open` names that the others do not. */
export function Dialogs() {
  return null;
}
