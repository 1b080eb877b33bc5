/**
 * The inner loop of the language model, for WebAssembly: a row of token ids in, running sums of
 * their bits out. The same steps as `LanguageModel.bits`, on copies of its frozen tables. Written in
 * AssemblyScript; `node tools/build-wasm.ts` compiles it into `surprise-module.ts`.
 */

/** Where tables and rows lie; `surprise.ts` knows the same numbers. */
const ROW: i32 = 2048;
const ALONE: usize = 1024;
const UNSEEN: usize = ALONE + 4 * 65536;
const OWN: usize = UNSEEN + 4 * 65536;
const IDS: usize = OWN + 4 * 8192;
const SUMS: usize = IDS + 2 * 2056;
const CONTEXTS: usize = SUMS + 4 * 2056;
const TRIPLES: usize = CONTEXTS + 4 * 2048;
const PAIRS: usize = TRIPLES + 4 * 2048;
const CELLS: usize = PAIRS + 4 * 2048;

const FIRST_NUMBER: i32 = 8192;
const NUMBERS: i32 = 8192;
const STEP: f64 = 0.18;
const LARGEST: i32 = 63;
const MARK: u32 = 1023;

let two: usize = CELLS;
let three: usize = CELLS;
let twoShift: u32 = 22;
let threeShift: u32 = 22;
let trust: f64 = 1;
let most: f64 = 11;

/** Says where the tables of pairs and triples lie; a key shifted by so much is its place. */
export function place(pairShift: i32, tripleShift: i32, share: f64, mostBits: f64): void {
  two = CELLS;
  three = CELLS + (<usize>2 << (32 - pairShift));
  twoShift = pairShift;
  threeShift = tripleShift;
  trust = share;
  most = mostBits;
}

@inline
function masked(id: i32): i32 {
  return select(FIRST_NUMBER, id, <u32>(id - FIRST_NUMBER) < <u32>NUMBERS);
}

@inline
function mix(value: u32): u32 {
  let hash = value;
  hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
  return hash ^ (hash >> 16);
}

/** -1 when the key is absent. */
@inline
function lookUp(table: usize, shift: u32, key: u32): f64 {
  const last: u32 = (1 << (32 - shift)) - 1;
  const mark: u32 = key & MARK;
  let slot: u32 = key >> shift;
  let cell: u32 = load<u16>(table + (<usize>slot << 1));
  while (cell != 0 && cell >> 6 != mark) {
    slot = (slot + 1) & last;
    cell = load<u16>(table + (<usize>slot << 1));
  }
  return cell == 0 ? -1 : <f64>(<i32>(cell & LARGEST) - 1) * STEP;
}

/**
 * Sums the bits of ids `[2, count + 2)`; the two before them are their context, 0 for none. The
 * cells of all keys are read first: waiting for each in turn is slower.
 */
export function sum(count: i32): i32 {
  let before = masked(load<u16>(IDS));
  let last = masked(load<u16>(IDS, 2));
  let context: u32 =
    before == 0 || last == 0 ? 0 : mix((before * 0x27d4eb2f) ^ (last * 0x165667b1) ^ 0x02e5be93);
  let seen: i32 = 0;
  for (let at = 0; at < count; at++) {
    const token = masked(load<u16>(IDS + (<usize>at << 1), 4));
    const triple = mix((context * 0x3c6ef372) ^ (token * 0x9e3779b1));
    const pair = mix((last * 0x1f123bb5) ^ (token * 0x5bd1e995) ^ 0x68bc21eb);
    store<u32>(CONTEXTS + (<usize>at << 2), context);
    store<u32>(TRIPLES + (<usize>at << 2), triple);
    store<u32>(PAIRS + (<usize>at << 2), pair);
    seen ^= load<u16>(two + (<usize>(pair >> twoShift) << 1));
    seen ^= load<u16>(three + (<usize>(triple >> threeShift) << 1));
    context = last == 0 ? 0 : mix((last * 0x27d4eb2f) ^ (token * 0x165667b1) ^ 0x02e5be93);
    seen ^= load<u16>(three + (<usize>(context >> threeShift) << 1));
    last = token;
  }
  let sum = load<f32>(SUMS);
  last = masked(load<u16>(IDS, 2));
  for (let at = 0; at < count; at++) {
    const id: i32 = load<u16>(IDS + (<usize>at << 1), 4);
    const token = masked(id);
    let bits: f64 = id == token ? 0 : <f64>load<f32>(OWN + (<usize>(id - FIRST_NUMBER) << 2));
    const key = load<u32>(CONTEXTS + (<usize>at << 2));
    let known: f64 = -1;
    let penalty: f64 = 0;
    if (key != 0) {
      penalty = lookUp(three, threeShift, key);
      if (penalty >= 0) known = lookUp(three, threeShift, load<u32>(TRIPLES + (<usize>at << 2)));
      else penalty = 0;
    }
    if (known >= 0) bits += known;
    else if (last == 0) bits += <f64>load<f32>(ALONE + (<usize>token << 2));
    else {
      const pair = lookUp(two, twoShift, load<u32>(PAIRS + (<usize>at << 2)));
      if (pair >= 0) bits += pair;
      else {
        const alone = <f64>load<f32>(ALONE + (<usize>token << 2));
        bits += (alone + <f64>load<f32>(UNSEEN + (<usize>last << 2))) * trust;
      }
      bits += penalty;
    }
    sum = <f32>(<f64>sum + min(most, bits));
    store<f32>(SUMS + (<usize>at << 2), sum, 4);
    last = token;
  }
  return seen;
}
