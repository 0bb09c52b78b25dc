import { requiredText } from '../values.ts';

/** Who asks, as the asking system names them; null is whoever acts. A requester asks for itself alone. */
export const requester = requiredText(60).nullable();
