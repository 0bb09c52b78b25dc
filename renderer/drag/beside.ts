const AWAY = 18;
const MARGIN = 8;

/** Beside the pointer, on the side where there is room: never under it and never outside the window. */
export function beside(
  pointer: { readonly x: number; readonly y: number },
  card: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const right = pointer.x + AWAY + card.width + MARGIN <= window.width;
  const below = pointer.y + AWAY + card.height + MARGIN <= window.height;
  return {
    x: Math.max(MARGIN, right ? pointer.x + AWAY : pointer.x - AWAY - card.width),
    y: Math.max(MARGIN, below ? pointer.y + AWAY : pointer.y - AWAY - card.height),
  };
}
