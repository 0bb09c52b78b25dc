// Names that runtimes and test tools look up on any object; asking for them is no use of Electron's interface.
const ASKED_OF_ANYTHING = new Set([
  'then',
  'toJSON',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  'constructor',
]);

/** Wraps a part of the stand-in so that whatever it does not model fails loudly under its own name. */
export function strict<T extends object>(name: string, target: T): T {
  const bound = new WeakMap<object, unknown>();
  return new Proxy(target, {
    get(_target, key) {
      if (typeof key === 'string' && !(key in target) && !ASKED_OF_ANYTHING.has(key)) {
        throw new Error(`stand-in: ${name}.${key} is not modelled`);
      }
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || key === 'constructor') return value;
      // Bound to the target itself: private fields do not work through a proxy.
      if (!bound.has(value)) bound.set(value, value.bind(target));
      return bound.get(value);
    },
    set: (_target, key, value) => Reflect.set(target, key, value, target),
  });
}

/** An event whose default can be prevented, as Electron hands it to listeners. */
export class Preventable {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** For what only a test can answer: a dialog, a printer. */
export function unscripted(name: string): () => never {
  return () => {
    throw new Error(`stand-in: ${name} was called, but the test has not replaced it`);
  };
}
