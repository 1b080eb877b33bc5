/**
 * How stored tokens are written: a prefix code (Huffman 1952, canonical) of token ids, as common as
 * the language model says. A common syllable takes five bits, the average token nine.
 */
import { invariant } from '../../common/invariant.ts';
import { FIRST_NUMBER, isNumber } from '../text/tokens.ts';

const IDS = 65_536;
/** Symbols below are ids of tokens; 0, which no token has, is the end of a document. */
export const RAW_ID = IDS;
const SYMBOLS = IDS + 1;
export const RAW_ID_BITS = 16;

/** So many ids have codes of their own; the others are one in fifty and follow `RAW_ID`. */
const COMMON_IDS = 4000;
const SHARES = new Map([
  [0, 0.004],
  [RAW_ID, 0.02],
]);
/** Of all numbers, what one figure and one of two digits has. */
const SHARE_OF_DIGIT = 0.05;
const SHARE_OF_TWO_DIGITS = 0.003;

/** So many bits are looked up at once; most codes are no longer. */
export const NEAR_BITS = 12;
const LONGEST = 28;
/** With no smaller share no code is longer. */
const LEAST_SHARE = 2 ** -18;

type Leaf = { readonly symbol: number; readonly share: number };
/** A node of the tree: of two nodes, or a leaf. */
type Node = { readonly share: number; readonly parts: readonly [Node, Node] | number };

export class TokenCode {
  /** By symbol; a length of 0: it has no code. */
  readonly lengths = new Uint8Array(SYMBOLS);
  readonly codes = new Uint32Array(SYMBOLS);
  /** By the next bits: symbol and length, 32 times the one plus the other; 0: a longer code. */
  readonly near = new Uint32Array(1 << NEAR_BITS);
  /** By length: the first code, how many there are, and where their symbols begin in `ordered`. */
  readonly firsts = new Uint32Array(LONGEST + 1);
  readonly counts = new Uint32Array(LONGEST + 1);
  readonly begins = new Uint32Array(LONGEST + 1);
  ordered = new Uint32Array(0);

  /** `bitsAlone`: by id, how surprising it is by itself; numbers are one id. */
  fit(bitsAlone: Float32Array): void {
    const leaves = leavesOf(bitsAlone);
    measure(treeOf(leaves), 0, this.lengths);
    const symbols = leaves.map(({ symbol }) => symbol);
    const { lengths, codes } = this;
    symbols.sort((a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b);
    this.ordered = Uint32Array.from(symbols);
    let code = 0;
    let before = 0;
    for (const [at, symbol] of symbols.entries()) {
      const length = lengths[symbol] as number;
      code = before === 0 ? 0 : (code + 1) << (length - before);
      if (length > before) [this.firsts[length], this.begins[length]] = [code, at];
      before = length;
      codes[symbol] = code;
      this.counts[length] = (this.counts[length] as number) + 1;
      if (length > NEAR_BITS) continue;
      const room = 1 << (NEAR_BITS - length);
      this.near.fill(symbol * 32 + length, code * room, (code + 1) * room);
    }
  }
}

function leavesOf(bitsAlone: Float32Array): Leaf[] {
  const shareOf = (id: number): number => Math.max(LEAST_SHARE, 2 ** -(bitsAlone[id] as number));
  const ids = Array.from({ length: IDS - 1 }, (_, at) => at + 1).filter((id) => !isNumber(id));
  ids.sort((a, b) => (bitsAlone[a] as number) - (bitsAlone[b] as number) || a - b);
  const numbers = shareOf(FIRST_NUMBER);
  return [
    ...ids.slice(0, COMMON_IDS).map((symbol) => ({ symbol, share: shareOf(symbol) })),
    ...Array.from({ length: 100 }, (_, value) => ({
      symbol: FIRST_NUMBER + value,
      share: numbers * (value < 10 ? SHARE_OF_DIGIT : SHARE_OF_TWO_DIGITS),
    })),
    ...[...SHARES].map(([symbol, share]) => ({ symbol, share })),
  ];
}

/** The two rarest become one until one is left; what is joined comes in order by itself. */
function treeOf(leaves: readonly Leaf[]): Node {
  const alone: Node[] = leaves
    .toSorted((one, other) => one.share - other.share || one.symbol - other.symbol)
    .map(({ symbol, share }) => ({ share, parts: symbol }));
  const joined: Node[] = [];
  let [nextAlone, nextJoined] = [0, 0];
  const rarest = (): Node => {
    const [one, other] = [alone[nextAlone], joined[nextJoined]];
    const isAlone = one !== undefined && (other === undefined || one.share <= other.share);
    if (isAlone) nextAlone++;
    else nextJoined++;
    const node = isAlone ? one : other;
    invariant(node, 'there is a node left');
    return node;
  };
  for (let step = 1; step < leaves.length; step++) {
    const parts = [rarest(), rarest()] as const;
    joined.push({ share: parts[0].share + parts[1].share, parts });
  }
  return rarest();
}

function measure({ parts }: Node, depth: number, lengths: Uint8Array): void {
  if (typeof parts === 'number') {
    invariant(depth > 0 && depth <= LONGEST, 'no share is so small that its code is that long');
    lengths[parts] = depth;
    return;
  }
  for (const part of parts) measure(part, depth + 1, lengths);
}
