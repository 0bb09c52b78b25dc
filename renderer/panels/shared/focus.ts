/** Places the keyboard can be sent to, by the id of what takes the focus there. */
export const DETAILS_TITLE = 'details-title';

/** Focuses once the screen has caught up with the state. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
