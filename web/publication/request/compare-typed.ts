/**
 * Which paragraphs of a typed text touch something, with few questions. A few new paragraphs are
 * asked about one by one; a pasted text in parts, and a part that touches is halved until the
 * first paragraph is found. What was not asked about is never held to be clean.
 */

/** Shorter ones say nothing yet. */
const LEAST_CHARACTERS = 25;
/** What one question carries. */
const MOST_CHARACTERS = 20_000;
/** Pieces of a longer line overlap, so that no wording is cut through unseen. */
const OVERLAP = 1_000;
const AT_ONCE = 4;

export type Known = Map<string, boolean>;
export type Ask = (text: string) => Promise<boolean>;

export type TypingTip = {
  readonly state: 'nothing' | 'checking' | 'clean' | 'touches' | 'off';
  /** The paragraphs that touch something. */
  readonly paragraphs: readonly string[];
};

function piecesOf(line: string): readonly string[] {
  const pieces = [line.slice(0, MOST_CHARACTERS)];
  for (let at = MOST_CHARACTERS; at < line.length; at += MOST_CHARACTERS - OVERLAP) {
    pieces.push(line.slice(at - OVERLAP, at - OVERLAP + MOST_CHARACTERS));
  }
  return pieces;
}

export const paragraphsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length >= LEAST_CHARACTERS)
      .flatMap(piecesOf),
  ),
];

export function tipOf(
  paragraphs: readonly string[],
  known: ReadonlyMap<string, boolean>,
  state: 'checking' | 'off' = 'checking',
): TypingTip {
  if (paragraphs.length === 0) return { state: 'nothing', paragraphs };
  const touching = paragraphs.filter((paragraph) => known.get(paragraph));
  if (touching.length > 0) return { state: 'touches', paragraphs: touching };
  const isWhole = paragraphs.every((paragraph) => known.has(paragraph));
  return { state: isWhole ? 'clean' : state, paragraphs: touching };
}

type Group = readonly string[];

/** As many paragraphs together as one question carries. */
function groupsOf(paragraphs: readonly string[]): readonly Group[] {
  const groups: string[][] = [];
  let room = 0;
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last && paragraph.length < room) last.push(paragraph);
    else {
      groups.push([paragraph]);
      room = MOST_CHARACTERS;
    }
    room -= paragraph.length + 1;
  }
  return groups;
}

async function findTouching(group: Group, known: Known, ask: Ask): Promise<boolean> {
  if (!(await ask(group.join('\n')))) {
    for (const paragraph of group) known.set(paragraph, false);
    return false;
  }
  const middle = group.length >> 1;
  if (middle === 0) {
    for (const paragraph of group) known.set(paragraph, true);
    return true;
  }
  const halves = [group.slice(0, middle), group.slice(middle)];
  for (const half of halves) if (await findTouching(half, known, ask)) return true;
  // Neither half alone touches: the wording runs over the cut.
  for (const paragraph of group.slice(middle - 1, middle + 1)) known.set(paragraph, true);
  return true;
}

/** Ends at the first find in a part of many: what comes after is asked about with the next key. */
export async function compareTyped(
  paragraphs: readonly string[],
  known: Known,
  ask: Ask,
): Promise<void> {
  const fresh = paragraphs.filter((paragraph) => !known.has(paragraph));
  if (fresh.length <= AT_ONCE) {
    for (const paragraph of fresh) known.set(paragraph, await ask(paragraph));
    return;
  }
  for (const group of groupsOf(fresh)) if (await findTouching(group, known, ask)) return;
}
