/**
 * What was published beside what was cleared, word for word: Myers, "An O(ND) difference algorithm
 * and its variations" (1986), on words, in linear space of the differences. Layout does not count:
 * spaces, line breaks, Unicode composition and the shape of quotation marks and dashes.
 */
export type WordChange = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
};

export type WordDiff = {
  readonly same: boolean;
  readonly removedWords: number;
  readonly addedWords: number;
  readonly changes: readonly WordChange[];
};

/** Beyond so many differences the texts are told apart as wholes: an answer, not a proof. */
const MOST_EDITS = 2_000;

const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[^\s\p{Z}]+/gu) ?? [];

const keyOf = (word: string): string =>
  word
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

type Side = { readonly words: readonly string[]; readonly keys: readonly string[] };
type Step = 'same' | 'removed' | 'added';

function sideOf(text: string): Side {
  const words = wordsOf(text);
  return { words, keys: words.map(keyOf) };
}

/** Furthest-reaching paths, one array for each number of edits; null beyond the bound. */
function traceOf(one: readonly string[], other: readonly string[]): Int32Array[] | null {
  const most = Math.min(one.length + other.length, MOST_EDITS);
  const trace: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const left = reach[middle + k - 1] ?? 0;
      const right = reach[middle + k + 1] ?? 0;
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= one.length && x - k >= other.length) return trace;
    }
  }
  return null;
}

function backtrack(trace: readonly Int32Array[], ends: { x: number; y: number }): Step[] {
  const steps: Step[] = [];
  let { x, y } = ends;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const row = trace[edits];
    const at = (k: number): number => row?.[k + edits + 1] ?? 0;
    const k = x - y;
    const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const fromK = isDown ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(fromK);
    const fromY = edits === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      steps.push('same');
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    steps.push(isDown ? 'added' : 'removed');
    x = fromX;
    y = fromY;
  }
  return steps.reverse();
}

function stepsOf(one: Side, other: Side): readonly Step[] {
  let head = 0;
  while (head < one.keys.length && one.keys[head] === other.keys[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(one.keys.length, other.keys.length) - head;
  while (tail < shorter && one.keys.at(-1 - tail) === other.keys.at(-1 - tail)) tail += 1;
  const a = one.keys.slice(head, one.keys.length - tail);
  const b = other.keys.slice(head, other.keys.length - tail);
  const trace = traceOf(a, b);
  const between = trace
    ? backtrack(trace, { x: a.length, y: b.length })
    : [...a.map((): Step => 'removed'), ...b.map((): Step => 'added')];
  const same = (count: number): Step[] => Array<Step>(count).fill('same');
  return [...same(head), ...between, ...same(tail)];
}

function grouped(steps: readonly Step[], one: Side, other: Side): WordChange[] {
  const changes: { kind: Step; words: string[] }[] = [];
  let x = 0;
  let y = 0;
  for (const kind of steps) {
    const word = (kind === 'added' ? other.words[y] : one.words[x]) ?? '';
    if (kind !== 'added') x += 1;
    if (kind !== 'removed') y += 1;
    const last = changes.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else changes.push({ kind, words: [word] });
  }
  return changes.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

/** From the cleared text to the published one. */
export function diffWords(cleared: string, published: string): WordDiff {
  const one = sideOf(cleared);
  const other = sideOf(published);
  const steps = stepsOf(one, other);
  const count = (kind: Step): number => steps.filter((step) => step === kind).length;
  const removedWords = count('removed');
  const addedWords = count('added');
  const same = removedWords + addedWords === 0;
  return { same, removedWords, addedWords, changes: grouped(steps, one, other) };
}
