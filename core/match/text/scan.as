/**
 * The tokeniser's inner loop, for WebAssembly: UTF-16 units in, token ids and their places out. It
 * sees a text in pieces and carries what is open from one piece to the next. Written in
 * AssemblyScript; `node tools/build-wasm.ts` compiles it into `scan-module.ts`. The text is
 * attacker-controlled: each step reads one character, and tokens never outnumber units.
 */

/** Where the tables and buffers lie; `scan.ts` knows the same numbers. */
const FOLD: usize = 1024;
const SLOTS: usize = FOLD + 131072;
const TEXT: usize = SLOTS + 131072;
const IDS: usize = TEXT + 2 * 16384;
const STARTS: usize = IDS + 2 * 16448;
const ENDS: usize = STARTS + 4 * 16448;

const SLOT_BITS: i32 = 14;
const SEPARATOR: i32 = 0;
const HIDDEN: i32 = 1;
const MARK: i32 = 2;
const FIRST_LETTER: i32 = 3;
const FIRST_DIGIT: i32 = 29;
const LAST_DIGIT: i32 = 38;
const FIRST_OWN_TOKEN: i32 = 0x2e80;
const DIGITS_ONLY: i32 = 1;
const WITH_LETTERS: i32 = 2;
const FOREIGN: i32 = 4;
const HASH_START: i32 = 0x811c9dc5;
const HASH_FACTOR: i32 = 0x01000193;

/** The id of a token that is no syllable. */
@external("env", "idOfOther")
declare function idOfOther(start: i32, hash: i32, kinds: i32): i32;
/** The fold code of a surrogate pair. */
@external("env", "foldPair")
declare function foldPair(high: i32, low: i32): i32;

/** Carried from one piece to the next: UTF-16 units read so far, and the open token. */
let unit: i32 = 0;
let letters: i32 = 0;
let hash: i32 = HASH_START;
let kinds: i32 = 0;
/** First unit of the open token, and the one after its last. */
let start: i32 = 0;
let end: i32 = 0;
/** Tokens of this piece. */
let count: i32 = 0;

/** Writes a token and returns how many there are now. */
@inline
function close(at: i32, id: i32, from: i32, to: i32): i32 {
  store<u16>(IDS + (<usize>at << 1), <u16>id);
  store<i32>(STARTS + (<usize>at << 2), from);
  store<i32>(ENDS + (<usize>at << 2), to);
  return at + 1;
}

/** The id of a token; digits are no syllable, and no syllable has their hash. */
@inline
function idOf(from: i32, key: i32, seen: i32): i32 {
  let slot = (key * <i32>0x9e3779b1) >>> (32 - SLOT_BITS);
  let id = load<i32>(SLOTS + (<usize>slot << 3), 4);
  while (id != 0 && load<i32>(SLOTS + (<usize>slot << 3)) != key) {
    slot = (slot + 1) & ((1 << SLOT_BITS) - 1);
    id = load<i32>(SLOTS + (<usize>slot << 3), 4);
  }
  return id != 0 ? id : idOfOther(from, key, seen);
}

/** Closes the open token, if there is one. */
function closeOpen(): void {
  if (letters > 0) count = close(count, idOf(start, hash, kinds), start, end);
  letters = 0;
  hash = HASH_START;
  kinds = 0;
}

/** A character of another script, or beyond the basic plane. */
function foreign(code: i32, units: i32): void {
  if (code == HIDDEN) return;
  if (code == SEPARATOR || code >= FIRST_OWN_TOKEN) closeOpen();
  if (code == SEPARATOR) return;
  if (letters == 0) start = unit;
  letters++;
  hash = (hash ^ code) * HASH_FACTOR;
  kinds |= code <= LAST_DIGIT ? WITH_LETTERS : FOREIGN;
  end = unit + units;
  if (code >= FIRST_OWN_TOKEN) closeOpen();
}

/** A new text begins. */
export function begin(): void {
  unit = 0;
  letters = 0;
  hash = HASH_START;
  kinds = 0;
}

/** Reads so many units of the text buffer and returns how many tokens they closed. */
export function scan(units: i32): i32 {
  let from = TEXT;
  const last = TEXT + (<usize>units << 1);
  let at = unit;
  let open = letters;
  let key = hash;
  let seen = kinds;
  let first = start;
  let after = end;
  let tokens = 0;
  while (from < last) {
    const code: i32 = load<u16>(FOLD + (<usize>load<u16>(from) << 1));
    from += 2;
    at++;
    if (<u32>(code - FIRST_LETTER) <= <u32>(LAST_DIGIT - FIRST_LETTER)) {
      first = select(at - 1, first, open == 0);
      open++;
      key = (key ^ code) * HASH_FACTOR;
      seen |= select(WITH_LETTERS, DIGITS_ONLY, code < FIRST_DIGIT);
      after = at;
      continue;
    }
    if (code == SEPARATOR) {
      if (open > 0) {
        tokens = close(tokens, idOf(first, key, seen), first, after);
        open = 0;
        key = HASH_START;
        seen = 0;
      }
      continue;
    }
    if (code == MARK) {
      after = select(at, after, open > 0);
      continue;
    }
    unit = at - 1;
    letters = open;
    hash = key;
    kinds = seen;
    start = first;
    end = after;
    count = tokens;
    if ((code & 0xfc00) == 0xd800 && from < last && (load<u16>(from) & 0xfc00) == 0xdc00) {
      foreign(foldPair(code, load<u16>(from)), 2);
      from += 2;
      at++;
    } else foreign((code & 0xf800) == 0xd800 ? SEPARATOR : code, 1);
    open = letters;
    key = hash;
    seen = kinds;
    first = start;
    after = end;
    tokens = count;
  }
  unit = at;
  letters = open;
  hash = key;
  kinds = seen;
  start = first;
  end = after;
  return tokens;
}

/** The text ends: closes what is open. */
export function finish(): i32 {
  count = 0;
  closeOpen();
  return count;
}
