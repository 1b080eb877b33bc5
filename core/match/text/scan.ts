/**
 * The one instance of the tokeniser's inner loop (`scan.as`, WebAssembly): its tables, its buffers
 * and the two questions it asks. Texts go through it one at a time, in pieces; nothing of a text
 * stays in its memory. Called by `tokens.ts` alone.
 */
import { compiled } from '../compiled.ts';
import { FOLD_TABLE, foldPair } from './fold-table.ts';
import { SCAN_MODULE } from './scan-module.ts';
import { SLOT_HASHES, SLOT_IDS } from './syllables.ts';

/** Where tables and buffers lie; `scan.as` knows the same numbers. */
const FOLD = 1024;
const SLOTS = FOLD + 131_072;
const TEXT = SLOTS + 131_072;
/** UTF-16 units of a piece. */
export const PIECE = 16_384;
const ROOM = PIECE + 64;
const IDS = TEXT + 2 * PIECE;
const STARTS = IDS + 2 * ROOM;
const ENDS = STARTS + 4 * ROOM;

type Scan = {
  readonly memory: WebAssembly.Memory;
  /** A new text begins. */
  begin(): void;
  /** Reads so many units of the text buffer; how many tokens they closed. */
  scan(units: number): number;
  /** The text ends; how many tokens that closed. */
  finish(): number;
};
type IdOfOther = (start: number, hash: number, kinds: number) => number;

let idOfOther: IdOfOther = () => 0;

function instantiate(): Scan {
  const env = {
    idOfOther: (start: number, hash: number, kinds: number) => idOfOther(start, hash, kinds),
    foldPair,
  };
  const { exports } = new WebAssembly.Instance(compiled(SCAN_MODULE), { env });
  return exports as Scan; // what `scan.as` exports
}

const module = instantiate();
const { buffer } = module.memory;
new Uint16Array(buffer, FOLD, FOLD_TABLE.length).set(FOLD_TABLE);
const slots = new Int32Array(buffer, SLOTS, 2 * SLOT_IDS.length);
for (const [slot, id] of SLOT_IDS.entries()) {
  slots[2 * slot] = SLOT_HASHES[slot] as number;
  slots[2 * slot + 1] = id;
}
const units = new Uint16Array(buffer, TEXT, PIECE);

/** The tokens of the last piece: `scanPiece` overwrites them. */
export const scanned = {
  ids: new Uint16Array(buffer, IDS, ROOM),
  starts: new Int32Array(buffer, STARTS, ROOM),
  ends: new Int32Array(buffer, ENDS, ROOM),
};

/** `other` names the tokens that are no syllable, by first unit, hash and kinds of letters. */
export function beginScan(other: IdOfOther): void {
  idOfOther = other;
  module.begin();
}

/** Reads units `[from, to)` of a text, at most `PIECE`, no pair cut; counts the tokens closed. */
export function scanPiece(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) units[at - from] = text.charCodeAt(at);
  const count = module.scan(to - from);
  // A protected text must not outlive its moment here.
  units.fill(0, 0, to - from);
  return count;
}

export function endScan(): number {
  return module.finish();
}
