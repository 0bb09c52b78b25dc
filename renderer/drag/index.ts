export { startDrag } from './pointer-drag.ts';
export { lift, moveLifted } from './keyboard-drag.ts';
export { prefetchFacts } from './facts.ts';
export { DragCardLayer } from './drag-card.tsx';
export { RefusalPopover } from './refusal-popover.tsx';
export { companions } from './drop-several.ts';
