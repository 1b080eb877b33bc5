/**
 * The image of an engine: everything it was taught, as bytes, and back into a fresh one, so that an
 * index need not be built again from all texts; and the same without bytes, shared by threads. It
 * walks plain fields, typed arrays, lists, maps, sets, so a class that gains a field needs nothing
 * here. As secret as the documents. Called by the keeper of the compare index and by `match`; bytes
 * are in this machine's order and go nowhere else.
 */
import { invariant } from '../common/invariant.ts';
import { utf8 } from '../common/sha256.ts';

const ARRAYS = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
type AnyArray = InstanceType<(typeof ARRAYS)[ArrayName]>;
type Plain = string | number | boolean | null | undefined;

/** One value of the graph; what an array holds follows after the whole description. */
type Shape =
  | { readonly plain?: Plain }
  | { readonly array: ArrayName; readonly length: number }
  | { readonly list: readonly Plain[] }
  | { readonly set: readonly Plain[] }
  | { readonly map: readonly (readonly [Plain, Plain])[] }
  | { readonly fields: Readonly<Record<string, Shape>> }
  /** An object met before on the walk. */
  | { readonly again: true };

/** The bytes are no image of an engine like this one: made by another version, or cut short. */
export class ImageMismatch extends Error {
  override readonly name = 'ImageMismatch';
}

const LENGTH_BYTES = 8;
/** No description is longer; the length is read before it is known to be one. */
const MOST_SHAPE_BYTES = 2 ** 30;

const arrayName = (value: unknown): ArrayName | null => {
  const name = ArrayBuffer.isView(value) ? value.constructor.name : '';
  return name in ARRAYS ? (name as ArrayName) : null; // one of the keys, just tested
};

function plainOf(value: unknown): Plain {
  switch (typeof value) {
    case 'number':
      invariant(Number.isFinite(value), 'an image holds finite numbers');
      return value;
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    default:
      invariant(value === null, 'an image holds plain values');
      return value;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]';

type Walk = { readonly met: Set<unknown>; readonly arrays: AnyArray[] };

function bytesOf(array: AnyArray): Uint8Array {
  // Restored as an array of its own, a view would no longer see what it looked at.
  invariant(array.byteLength === array.buffer.byteLength, 'an array owns all of its memory');
  return new Uint8Array(array.buffer);
}

function describe(value: unknown, walk: Walk): Shape {
  const array = arrayName(value);
  if (array) {
    const found = value as AnyArray; // by its name
    walk.arrays.push(found);
    return { array, length: found.length };
  }
  if (Array.isArray(value)) return { list: value.map(plainOf) };
  if (value instanceof Set) return { set: [...value].map(plainOf) };
  if (value instanceof Map) {
    return { map: [...value].map(([key, held]) => [plainOf(key), plainOf(held)]) };
  }
  if (!isObject(value)) return { plain: plainOf(value) };
  if (walk.met.has(value)) return { again: true };
  walk.met.add(value);
  const fields = Object.entries(value).map(([name, held]) => [name, describe(held, walk)] as const);
  return { fields: Object.fromEntries(fields) };
}

/** The image in pieces, the arrays as they lie in memory: nothing may change before the last. */
export function* imageOf(engine: object, mark: string): Generator<Uint8Array> {
  const walk: Walk = { met: new Set(), arrays: [] };
  const shape = utf8(JSON.stringify({ mark, shape: describe(engine, walk) }));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setFloat64(0, shape.length);
  yield length;
  yield shape;
  for (const array of walk.arrays) yield bytesOf(array);
}

/** A read-only engine in memory that threads share; may be sent to them. */
export type SharedEngine = { readonly shape: Shape; readonly arrays: readonly AnyArray[] };

/** Moves the arrays of an engine into shared memory. From then on nobody may change it. */
export function share(engine: object): SharedEngine {
  moveToShared(engine, new Set());
  const walk: Walk = { met: new Set(), arrays: [] };
  return { shape: describe(engine, walk), arrays: walk.arrays };
}

/** Gives a fresh engine what another thread shares. Throws `ImageMismatch`. */
export function adopt(engine: object, { shape, arrays }: SharedEngine): void {
  let taken = 0;
  restored(engine, shape, ({ array, length }) => {
    const given = arrays[taken++];
    mustBe(given?.length === length && arrayName(given) === array, 'another array than described');
    return given;
  });
  mustBe(taken === arrays.length, 'more arrays than described');
}

function moveToShared(engine: Record<string, unknown> | object, met: Set<unknown>): void {
  met.add(engine);
  for (const [name, value] of Object.entries(engine)) {
    const array = arrayName(value);
    if (array) Reflect.set(engine, name, sharedCopy(array, value as AnyArray));
    else if (isObject(value) && !met.has(value)) moveToShared(value, met);
  }
}

function sharedCopy(name: ArrayName, array: AnyArray): AnyArray {
  const make = ARRAYS[name] as new (memory: SharedArrayBuffer) => AnyArray; // they all take one
  const copy = new make(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  array.fill(0);
  return copy;
}

function mustBe(condition: boolean, what: string): asserts condition {
  if (!condition) throw new ImageMismatch(what);
}

type ArrayShape = Extract<Shape, { array: ArrayName }>;

/** Puts what `shape` says into the place of `held`; `take` gives the arrays in their order. */
function restored(held: unknown, shape: Shape, take: (array: ArrayShape) => AnyArray): unknown {
  if ('array' in shape) {
    mustBe(arrayName(held) !== null || (held ?? null) === null, 'an array in the wrong place');
    return take(shape);
  }
  if ('list' in shape) {
    mustBe(Array.isArray(held), 'a list where there is none');
    held.length = 0;
    for (const value of shape.list) held.push(value);
    return held;
  }
  if ('set' in shape) {
    mustBe(held instanceof Set, 'a set where there is none');
    held.clear();
    for (const value of shape.set) held.add(value);
    return held;
  }
  if ('map' in shape) {
    mustBe(held instanceof Map, 'a map where there is none');
    held.clear();
    for (const [key, value] of shape.map) held.set(key, value);
    return held;
  }
  if ('again' in shape) return held;
  if (!('fields' in shape)) {
    mustBe(typeof held !== 'object' || held === null, 'a plain value in the place of an object');
    return shape.plain;
  }
  mustBe(isObject(held), 'an object where there is none');
  const names = Object.keys(shape.fields);
  mustBe(names.join() === Object.keys(held).join(), 'an object with other fields');
  for (const name of names) {
    held[name] = restored(held[name], shape.fields[name] as Shape, take);
  }
  return held;
}

/** Fills a fresh engine with an image that comes in pieces of any size. */
export class ImageReader {
  readonly #engine: object;
  readonly #mark: string;
  /** Still to be filled, the next first. */
  #targets: Uint8Array[] = [new Uint8Array(LENGTH_BYTES)];
  #target = 0;
  #filled = 0;
  #stage: 'length' | 'shape' | 'arrays' = 'length';

  constructor(engine: object, mark: string) {
    this.#engine = engine;
    this.#mark = mark;
  }

  /** Throws `ImageMismatch`; the engine is then spoilt. */
  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      const target = this.#open();
      mustBe(target !== null, 'more bytes than the image has');
      const part = piece.subarray(at, at + target.length - this.#filled);
      target.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
    }
  }

  /** Throws `ImageMismatch` when bytes are missing. */
  end(): void {
    mustBe(this.#open() === null && this.#stage === 'arrays', 'fewer bytes than the image has');
  }

  /** The array with room for the next byte; null at the end. */
  #open(): Uint8Array | null {
    for (;;) {
      const target = this.#targets[this.#target];
      if (target && this.#filled < target.length) return target;
      if (target) this.#target += 1;
      this.#filled = 0;
      if (target && this.#stage !== 'arrays') this.#next(target);
      else if (!target) return null;
    }
  }

  #next(filled: Uint8Array): void {
    if (this.#stage === 'length') {
      const length = new DataView(filled.buffer).getFloat64(0);
      mustBe(Number.isSafeInteger(length) && length > 0 && length <= MOST_SHAPE_BYTES, 'no length');
      this.#stage = 'shape';
      this.#targets = [new Uint8Array(length)];
    } else {
      const head = JSON.parse(new TextDecoder().decode(filled)) as { mark: string; shape: Shape };
      filled.fill(0);
      mustBe(head.mark === this.#mark, 'the image of another engine');
      this.#stage = 'arrays';
      this.#targets = [];
      restored(this.#engine, head.shape, (shape) => {
        const array = new ARRAYS[shape.array](shape.length);
        this.#targets.push(new Uint8Array(array.buffer));
        return array; // filled as its bytes come
      });
    }
    this.#target = 0;
  }
}

/** Overwrites and empties what an engine holds; it is of no use afterwards. */
export function wipe(engine: object, met: Set<unknown> = new Set()): void {
  met.add(engine);
  for (const [name, value] of Object.entries(engine)) {
    const array = arrayName(value);
    if (array) (value as AnyArray).fill(0);
    else if (Array.isArray(value)) value.length = 0;
    else if (value instanceof Set || value instanceof Map) value.clear();
    else if (isObject(value) && !met.has(value)) wipe(value, met);
    else if (typeof value === 'string') Reflect.set(engine, name, '');
  }
}
