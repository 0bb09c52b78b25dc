// Tagged JSON for what travels between Node and the isolated world. The same source runs on both sides: Node imports it, and
// its text is put into the page. Faithful to structured clone in what it accepts and refuses.
const ARRAYS = { Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array };

/** Text for a value; throws the error of a failed clone. */
export function encode(value) {
  return JSON.stringify(tag(value, new Set()));
}

/** The value of a text that `encode` made. */
export function decode(text) {
  return untag(JSON.parse(text));
}

function tag(value, above) {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number') return tagNumber(value);
  if (typeof value === 'bigint') return { $: 'bigint', is: String(value) };
  if (typeof value !== 'object') throw new Error('An object could not be cloned.');
  if (above.has(value)) throw new Error('stand-in: cyclic values are not modelled');
  above.add(value);
  const tagged = tagObject(value, (inner) => tag(inner, above));
  above.delete(value);
  return tagged;
}

function tagNumber(value) {
  if (Object.is(value, -0)) return { $: 'number', is: '-0' };
  return Number.isFinite(value) ? value : { $: 'number', is: String(value) };
}

function tagObject(value, inner) {
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Date) return { $: 'date', is: value.getTime() };
  if (value instanceof Map) return { $: 'map', is: [...value].map((pair) => pair.map(inner)) };
  if (value instanceof Set) return { $: 'set', is: [...value].map(inner) };
  if (value instanceof Error) return { $: 'error', name: value.name, is: value.message };
  if (value instanceof ArrayBuffer) return { $: 'buffer', is: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) return tagArray(value);
  return { $: 'object', is: Object.keys(value).map((key) => [key, inner(value[key])]) };
}

function tagArray(view) {
  const name = view.constructor.name === 'Buffer' ? 'Uint8Array' : view.constructor.name;
  if (!Object.hasOwn(ARRAYS, name)) throw new Error('An object could not be cloned.');
  return { $: 'array', name, is: toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)) };
}

function untag(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(untag);
  switch (value.$) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(value.is);
    case 'bigint':
      return BigInt(value.is);
    case 'date':
      return new Date(value.is);
    case 'map':
      return new Map(value.is.map((pair) => pair.map(untag)));
    case 'set':
      return new Set(value.is.map(untag));
    case 'buffer':
      return fromBase64(value.is).buffer;
    case 'array':
      return new ARRAYS[value.name](fromBase64(value.is).buffer);
    case 'error':
      return Object.assign(new Error(value.is), { name: value.name });
    default:
      return Object.fromEntries(value.is.map(([key, inner]) => [key, untag(inner)]));
  }
}

function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
