// A table of remote functions between two worlds of one page, spoken over DOM events: Chromium clones their `detail` between
// worlds and delivers them at once, so a synchronous call has its answer when `dispatchEvent` returns.

/** Opens one side. `mine` and `theirs` are the event names; `other` gets every message that is not about a call. */
export function openBridge(mine, theirs, other) {
  const functions = new Map();
  const promises = new Map();
  const answers = new Map();
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const post = (message) => document.dispatchEvent(new CustomEvent(theirs, { detail: message }));

  const wrapPromise = (promise) => {
    const id = next();
    promise.then(
      (value) => post({ type: 'settled', id, value: wrap(value) }),
      (error) => post({ type: 'settled', id, error: wrap(error) }),
    );
    return { promise: id };
  };

  function wrap(value) {
    if (typeof value === 'function') {
      const id = next();
      functions.set(id, value);
      return { function: id };
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return { plain: value };
    if (typeof value.then === 'function') return wrapPromise(value);
    if (value instanceof Error) return { error: value.message };
    if (Array.isArray(value)) return { array: value.map(wrap) };
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return { plain: value };
    return { object: Object.entries(value).map(([key, inner]) => [key, wrap(inner)]) };
  }

  const callOther = (id, words) => {
    const call = next();
    post({ type: 'call', call, id, words: words.map(wrap) });
    const answer = answers.get(call);
    answers.delete(call);
    if (answer === undefined) throw new Error('stand-in: the other world did not answer');
    if (answer.error !== undefined) throw unwrap(answer.error);
    return unwrap(answer.value);
  };

  function unwrap(wrapped) {
    if ('function' in wrapped) return (...words) => callOther(wrapped.function, words);
    if ('promise' in wrapped)
      return new Promise((resolve, reject) => promises.set(wrapped.promise, { resolve, reject }));
    if ('error' in wrapped) return new Error(wrapped.error);
    if ('array' in wrapped) return wrapped.array.map(unwrap);
    if ('object' in wrapped) return Object.fromEntries(wrapped.object.map(([key, inner]) => [key, unwrap(inner)]));
    return wrapped.plain;
  }

  const answer = ({ call, id, words }) => {
    try {
      post({ type: 'answer', call, value: wrap(functions.get(id)(...words.map(unwrap))) });
    } catch (error) {
      post({ type: 'answer', call, error: wrap(error instanceof Error ? error : new Error(String(error))) });
    }
  };

  const settle = ({ id, value, error }) => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (error === undefined) waiting?.resolve(unwrap(value));
    else waiting?.reject(unwrap(error));
  };

  document.addEventListener(mine, ({ detail }) => {
    if (detail.type === 'call') answer(detail);
    else if (detail.type === 'answer') answers.set(detail.call, detail);
    else if (detail.type === 'settled') settle(detail);
    else other(detail);
  });
  return { post, wrap, unwrap };
}
