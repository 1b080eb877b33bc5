/**
 * Typed arrays that grow: the same contents in an array of at least `length` elements. The old one
 * is overwritten: it may hold what a protected text is made of, and nobody can reach it any more.
 */
type Growable = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** By how much arrays of fewer elements grow: the larger, the more spare room costs. */
const GROWTH = [
  { below: 1 << 20, times: 1.5 },
  { below: 1 << 24, times: 1.08 },
  { below: Number.POSITIVE_INFINITY, times: 1.03 },
] as const;

export function grown<Kind extends Growable>(array: Kind, length: number): Kind {
  if (array.length >= length) return array;
  const make = array.constructor as new (size: number) => Kind;
  const times = GROWTH.find(({ below }) => array.length < below)?.times ?? 1;
  const larger = new make(Math.max(length, Math.ceil(array.length * times)));
  larger.set(array as never);
  array.fill(0);
  return larger;
}
