/**
 * The inventory of Vietnamese syllables without diacritics, as onset times rime. It is generous
 * (some combinations are never written), because it only answers two questions: may this token be
 * a syllable, or is it key strokes of an input method; and which letters has a stored syllable.
 */
import { FIRST_LETTER } from './fold-table.ts';

const ONSETS = ' b c ch d g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x'.split(' ');
const A_RIMES = 'a ac ach ai am an ang anh ao ap at au ay';
const E_RIMES = 'e ec ech em en eng enh eo ep et eu';
const I_RIMES = 'i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu';
const O_RIMES =
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong op ot';
const U_RIMES =
  'u ua uan uang uat uay uc ue uech uen uenh uet ui uy uya uych uyen uyet uyn uynh uyp uyt uyu ' +
  'um un ung uo uoc uoi uom uon uong uop uot uou up ut uu';
const Y_RIMES = 'y yem yen yeng yet yeu';
const RIMES = [A_RIMES, E_RIMES, I_RIMES, O_RIMES, U_RIMES, Y_RIMES].join(' ').split(' ');
const AFTER_QU = `${A_RIMES} ${E_RIMES} i ich im in inh ip it o oc ot y yen yet ynh yt yu ych`;

function listSyllables(): string[] {
  const open = ONSETS.flatMap((onset) => RIMES.map((rime) => onset + rime));
  const rounded = AFTER_QU.split(' ').map((rime) => `qu${rime}`);
  return [...new Set([...open, ...rounded])].sort();
}

const SYLLABLES = listSyllables();
const SLOT_BITS = 14;
/** Open addressing by hash of fold codes; id 0 is a free slot. */
export const SLOT_IDS = new Uint16Array(1 << SLOT_BITS);
export const SLOT_HASHES = new Int32Array(1 << SLOT_BITS);
const letterOffsets = new Uint16Array(SYLLABLES.length + 2);
const letterCodes = new Uint8Array(SYLLABLES.join('').length);

export const HASH_START = 0x811c9dc5 | 0;

/** FNV-1a over fold codes; the tokeniser runs the same step. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - SLOT_BITS);

function enter(syllable: string, id: number, offset: number): number {
  let hash = HASH_START;
  for (let at = 0; at < syllable.length; at++) {
    const code = FIRST_LETTER + syllable.charCodeAt(at) - 0x61;
    letterCodes[offset + at] = code;
    hash = hashStep(hash, code);
  }
  let slot = slotOf(hash);
  while (SLOT_IDS[slot] !== 0) slot = (slot + 1) & ((1 << SLOT_BITS) - 1);
  SLOT_IDS[slot] = id;
  SLOT_HASHES[slot] = hash;
  return offset + syllable.length;
}

let filled = 0;
for (const [index, syllable] of SYLLABLES.entries()) {
  letterOffsets[index + 1] = filled;
  filled = enter(syllable, index + 1, filled);
}
letterOffsets[SYLLABLES.length + 1] = filled;

/** Ids run from 1 to this. */
export const SYLLABLE_COUNT = SYLLABLES.length;

/** The id of the syllable with this hash of fold codes; 0 when there is none. */
function syllableWithHash(hash: number): number {
  let slot = slotOf(hash);
  for (;;) {
    const id = SLOT_IDS[slot] as number;
    if (id === 0 || SLOT_HASHES[slot] === hash) return id;
    slot = (slot + 1) & ((1 << SLOT_BITS) - 1);
  }
}

/** The id of fold codes `[0, length)`; 0 when they are no syllable. */
export function syllableOf(codes: Uint8Array, length: number): number {
  let hash = HASH_START;
  for (let at = 0; at < length; at++) hash = hashStep(hash, codes[at] as number);
  return syllableWithHash(hash);
}

/** How many letters a syllable has. */
export function lengthOfSyllable(id: number): number {
  return (letterOffsets[id + 1] as number) - (letterOffsets[id] as number);
}

/** Writes the fold codes of a syllable at `at` of `into`, and returns how many they are. */
export function lettersOfSyllable(id: number, into: Uint8Array, at: number): number {
  const from = letterOffsets[id] as number;
  const to = letterOffsets[id + 1] as number;
  for (let letter = from; letter < to; letter++)
    into[at + letter - from] = letterCodes[letter] as number;
  return to - from;
}

/** The letters of a syllable, for tables written by people; 0 when it is none. */
export function syllableNamed(name: string): number {
  const codes = Uint8Array.from(name, (letter) => FIRST_LETTER + letter.charCodeAt(0) - 0x61);
  return syllableOf(codes, codes.length);
}
