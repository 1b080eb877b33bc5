/**
 * Memory for large objects on their way to disk: shared with the hashing thread, reused by the next
 * object, and beginning at whole pages, as writing past the page cache demands (open(2), O_DIRECT).
 * Of the runtime's memories only WebAssembly's begins at a page. Holds ciphertext only.
 */

export type Slab = Uint8Array<SharedArrayBuffer>;

/** A whole number of disk blocks of any size. */
export const SLAB_BYTES = 1 << 20;
/** One being filled, one being hashed and written, one between them. */
const SLABS = 3;
/** Sets kept for the next object; more exist only while more objects come in at once. */
const KEPT_SETS = 2;

const WASM_PAGE_BYTES = 1 << 16;
const PAGES = (SLABS * SLAB_BYTES) / WASM_PAGE_BYTES;

const kept: (readonly Slab[])[] = [];

function makeSlabs(): readonly Slab[] {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  // `shared` above makes it so; the types do not follow.
  const buffer = memory.buffer as unknown as SharedArrayBuffer;
  return Array.from({ length: SLABS }, (_, at) => {
    return new Uint8Array(buffer, at * SLAB_BYTES, SLAB_BYTES);
  });
}

export const takeSlabs = (): readonly Slab[] => kept.pop() ?? makeSlabs();

/** Only when nobody reads or writes them any more. */
export function giveSlabsBack(slabs: readonly Slab[]): void {
  if (kept.length < KEPT_SETS) kept.push(slabs);
}
