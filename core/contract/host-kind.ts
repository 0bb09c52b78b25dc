/** Which process edge a command came through. */
export type HostKind = 'electron' | 'browser' | 'cli' | 'server' | 'sample' | 'test';
