/** The papers tell the truth: links lead somewhere and every dependency is explained. */
import { dirname, join } from 'node:path/posix';
import type { Finding, TextFile } from '../source-tree.ts';

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const NAMED_FILE = /`((?:[a-z][\w-]*\/)+[\w.-]+\.(?:tsx?|mjs|sql|md|json|txt))`/g;

function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function anchorsOf(text: string): Set<string> {
  return new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) => slug(match[1] ?? '')));
}

type Shelf = { readonly files: ReadonlySet<string>; readonly texts: ReadonlyMap<string, string> };

function isDead(from: string, link: string, shelf: Shelf): boolean {
  if (/^[a-z]+:/.test(link)) return false;
  const [file = '', anchor] = link.split('#');
  const target = file ? join(dirname(from), decodeURIComponent(file)) : from;
  const folder = target.endsWith('/') ? target : `${target}/`;
  if (!shelf.files.has(target) && ![...shelf.files].some((each) => each.startsWith(folder))) {
    return true;
  }
  const text = anchor ? shelf.texts.get(target) : undefined;
  return text !== undefined && !anchorsOf(text).has(decodeURIComponent(anchor ?? ''));
}

/** Links between the papers, and files that a paper names in code letters. */
export function findDeadLinks(paper: TextFile, shelf: Shelf): Finding[] {
  return paper.text.split('\n').flatMap((text, at) => {
    const links = [...text.matchAll(LINK)].map((match) => match[1] ?? '');
    const dead = links.filter((link) => isDead(paper.path, link, shelf));
    const named = [...text.matchAll(NAMED_FILE)].map((match) => match[1] ?? '');
    const absent = named.filter((name) => !shelf.files.has(name));
    return [...dead, ...absent].map((link) => ({
      path: paper.path,
      line: at + 1,
      what: `leads nowhere: ${link}`,
    }));
  });
}

/** The packages that have a row of their own: the first cell holds their names in code letters. */
export function explainedPackages(paper: string): string[] {
  return [...paper.matchAll(/^\| *((?:`[^`]+`[ ,·]*)+)\|/gm)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
  );
}

/** Names that stand in one list and not in the other. */
export function findDifferences(
  one: { readonly name: string; readonly words: readonly string[] },
  other: { readonly name: string; readonly words: readonly string[] },
): Finding[] {
  const missing = one.words.filter((word) => !other.words.includes(word));
  const extra = other.words.filter((word) => !one.words.includes(word));
  return [
    ...missing.map((word) => ({
      path: other.name,
      what: `${word} is missing (${one.name} has it)`,
    })),
    ...extra.map((word) => ({ path: other.name, what: `${word} is not in ${one.name}` })),
  ];
}
