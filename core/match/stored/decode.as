/**
 * Reads granules of stored tokens, for WebAssembly: words of a prefix code in, token ids out; the
 * code is that of `token-code.ts`. Written in AssemblyScript; `node tools/build-wasm.ts` compiles it
 * into `decode-module.ts`.
 */

/** Where tables and buffers lie; `decode.ts` knows the same numbers. */
const NEAR_BITS: u64 = 12;
const NEAR: usize = 1024;
const FIRSTS: usize = NEAR + 4 * 4096;
const COUNTS: usize = FIRSTS + 4 * 32;
const BEGINS: usize = COUNTS + 4 * 32;
const ORDERED: usize = BEGINS + 4 * 32;
const IDS: usize = ORDERED + 4 * 4608;
const PLACES: usize = IDS + 2 * 32 * 1024;
const BITS: usize = PLACES + 4 * 256;
const WORDS: usize = BITS + 4 * 256;

const GRANULE: i32 = 32;
/** Words that no granule exceeds, and some that may be read beyond. */
const ROOM: usize = 48;
const RAW_ID: u32 = 65536;
const LONGEST: u64 = 28;

/** Symbol and length of a code longer than what the table tells; 0: there is none. */
function long(ahead: u64): u32 {
  for (let length: u64 = NEAR_BITS + 1; length <= LONGEST; length++) {
    const row = <usize>length << 2;
    const order = <u32>(ahead >> (64 - length)) - load<u32>(FIRSTS + row);
    if (order >= load<u32>(COUNTS + row)) continue;
    const symbol = load<u32>(ORDERED + (<usize>(load<u32>(BEGINS + row) + order) << 2));
    return (symbol << 5) | <u32>length;
  }
  return 0;
}

/** Reads so many granules, each to its place among the ids; beyond a document ids are 0. */
export function decode(granules: i32): void {
  for (let granule = 0; granule < granules; granule++) {
    let into = IDS + (<usize>load<u32>(PLACES + (<usize>granule << 2)) << 6);
    const end = into + 2 * GRANULE;
    const bit: u64 = load<u32>(BITS + (<usize>granule << 2));
    let from = WORDS + 4 * ROOM * <usize>granule;
    let ahead: u64 = ((<u64>load<u32>(from) << 32) | <u64>load<u32>(from, 4)) << bit;
    let have: u64 = 64 - bit;
    from += 8;
    while (into < end) {
      if (have <= 32) {
        ahead |= <u64>load<u32>(from) << (32 - have);
        have += 32;
        from += 4;
      }
      let entry = load<u32>(NEAR + (<usize>(ahead >> (64 - NEAR_BITS)) << 2));
      if (entry == 0) entry = long(ahead);
      const symbol = entry >> 5;
      if (symbol == 0) break;
      const length: u64 = entry & 31;
      ahead <<= length;
      have -= length;
      store<u16>(into, <u16>symbol);
      if (symbol == RAW_ID) {
        if (have <= 32) {
          ahead |= <u64>load<u32>(from) << (32 - have);
          have += 32;
          from += 4;
        }
        store<u16>(into, <u16>(ahead >> 48));
        ahead <<= 16;
        have -= 16;
      }
      into += 2;
    }
    for (; into < end; into += 2) store<u16>(into, 0);
  }
}
