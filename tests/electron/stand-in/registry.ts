const surfaces = new Map<string, Readonly<Record<string, object>>>();

/** Keeps what the module `electron` is for one launch; `tag` ends the addresses of all its modules. */
export function register(tag: string, electron: Readonly<Record<string, object>>): void {
  surfaces.set(tag, electron);
}

/** The surface for a module address that ends with a launch's tag. */
export function surfaceOf(address: string): Readonly<Record<string, object>> {
  const found = surfaces.get(address.slice(address.lastIndexOf('?')));
  if (found === undefined) throw new Error(`stand-in: ${address} belongs to no launch`);
  return found;
}
