/** What is known of the frame that sent a message; a part of Electron's `WebFrameMain`. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: object | null;
}

/**
 * True for the top frame of our own console. `home` is the address prefix the console is served from, with its final slash.
 * A prefix and not an origin: the origin of every custom scheme is the text "null" in Node.
 */
export function isTrusted(frame: SenderFrame | null, home: string): boolean {
  return frame !== null && frame.parent === null && home.endsWith('/') && frame.url.startsWith(home);
}
