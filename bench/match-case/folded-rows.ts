/**
 * Words without marks and case, and rows of them: how the bench itself tells what wording stands
 * where. Apart from the engine's own folding on purpose, so that neither hides the other's faults.
 */

const SEPARATOR = 0;
const DROPPED = 1;

const FOLD = ((): Uint16Array => {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < table.length; unit++) {
    const letter = String.fromCharCode(unit);
    if (/\p{M}/u.test(letter)) table[unit] = DROPPED;
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const base = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    table[unit] = base === 'đ' ? 100 : base.charCodeAt(0) || unit;
  }
  return table;
})();

/** The words of one text: hashes and UTF-16 places. */
export type FoldedWords = {
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
};

export function foldWords(text: string): FoldedWords {
  const room = (text.length >> 1) + 1;
  const hashes = new Int32Array(room);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  let count = 0;
  let hash = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? (FOLD[text.charCodeAt(at)] as number) : SEPARATOR;
    if (unit === DROPPED) continue;
    if (unit !== SEPARATOR) {
      if (start < 0) [start, hash] = [at, 0x811c9dc5];
      hash = Math.imul(hash ^ unit, 0x01000193);
    } else if (start >= 0) {
      hashes[count] = hash ^ (hash >>> 15);
      starts[count] = start;
      ends[count++] = at;
      start = -1;
    }
  }
  return { hashes, starts, ends, count };
}

/** The letters and digits of a text, folded, each with its UTF-16 place: for tools of letters. */
export type FoldedLetters = {
  readonly units: Uint16Array;
  readonly places: Int32Array;
  readonly count: number;
};

export function foldLetters(text: string): FoldedLetters {
  const units = new Uint16Array(text.length);
  const places = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = FOLD[text.charCodeAt(at)] as number;
    if (unit === SEPARATOR || unit === DROPPED) continue;
    units[count] = unit;
    places[count++] = at;
  }
  return { units, places, count };
}

/** Visits every row of `length` words with two hashes of it. */
export function eachRow(
  { hashes, count }: FoldedWords,
  length: number,
  visit: (key: number, check: number, at: number) => void,
): void {
  for (let at = 0; at + length <= count; at++) {
    let key = 0x9e3779b9;
    let check = 0x85ebca6b;
    for (let word = at; word < at + length; word++) {
      const hash = hashes[word] as number;
      key = Math.imul(key ^ hash, 0x9e3779b1);
      key ^= key >>> 15;
      check = Math.imul(check + hash, 0xc2b2ae35);
      check ^= check >>> 13;
    }
    visit(key >>> 0, check >>> 0, at);
  }
}

/** In how many texts each row stands (255 at most), in typed arrays. */
export class RowCounts {
  private mask = (1 << 20) - 1;
  private keys = new Uint32Array(this.mask + 1);
  private checks = new Uint32Array(this.mask + 1);
  private counts = new Uint8Array(this.mask + 1);
  private lastTexts = new Int32Array(this.mask + 1);
  private size = 0;
  private texts = 0;

  addText(words: FoldedWords, length: number): void {
    this.texts++;
    eachRow(words, length, (key, check) => this.add(key, check));
  }

  countOf(key: number, check: number): number {
    return this.counts[this.slotOf(key, check)] as number;
  }

  private add(key: number, check: number): void {
    if (this.size * 2 > this.mask) this.grow();
    const slot = this.slotOf(key, check);
    const count = this.counts[slot] as number;
    if (count === 0) {
      this.keys[slot] = key;
      this.checks[slot] = check;
      this.size++;
    } else if (this.lastTexts[slot] === this.texts || count === 255) return;
    this.counts[slot] = count + 1;
    this.lastTexts[slot] = this.texts;
  }

  private slotOf(key: number, check: number): number {
    let slot = key & this.mask;
    while (this.counts[slot] !== 0 && (this.keys[slot] !== key || this.checks[slot] !== check)) {
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }

  private grow(): void {
    const { keys, checks, counts, lastTexts } = this;
    this.mask = this.mask * 2 + 1;
    this.keys = new Uint32Array(this.mask + 1);
    this.checks = new Uint32Array(this.mask + 1);
    this.counts = new Uint8Array(this.mask + 1);
    this.lastTexts = new Int32Array(this.mask + 1);
    for (let old = 0; old < keys.length; old++) {
      if (counts[old] === 0) continue;
      const slot = this.slotOf(keys[old] as number, checks[old] as number);
      this.keys[slot] = keys[old] as number;
      this.checks[slot] = checks[old] as number;
      this.counts[slot] = counts[old] as number;
      this.lastTexts[slot] = lastTexts[old] as number;
    }
  }
}
