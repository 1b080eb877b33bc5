/**
 * Typed arrays that grow: the same contents in an array of at least `length` elements. The old one
 * is overwritten: it may hold what a protected text is made of, and nobody can reach it any more.
 */
type Growable = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** From here on spare room costs more than copying. */
const LARGE = 1 << 20;

export function grown<Kind extends Growable>(array: Kind, length: number): Kind {
  if (array.length >= length) return array;
  const make = array.constructor as new (size: number) => Kind;
  const larger = new make(
    Math.max(length, Math.ceil(array.length * (array.length < LARGE ? 1.5 : 1.06))),
  );
  larger.set(array as never);
  array.fill(0);
  return larger;
}
