/**
 * Beneath a web page: comments, descriptions, what scripts say, the blocks around the text, and the
 * files written into its addresses (`data:`).
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { decodeHtml, isElement, parsePage } from '../text/html-text.ts';
import type { Beneath } from './beneath.ts';
import { stringsOfCode } from './said-in-code.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const SAYING_ATTRIBUTES = ['alt', 'title', 'content', 'aria-label', 'placeholder', 'value'];
/** Looks and addresses; every other attribute that holds more than one word is read too. */
const MUTE_ATTRIBUTES = ['class', 'style', 'd', 'points', 'sizes', 'srcset', 'href', 'src', 'rel'];
const WORDS = /\p{L}{2,}\s+\p{L}/u;
const DATA_ADDRESS = /^data:[\w./+-]{0,100};base64,/i;
/** A smaller picture is a bullet or a line. */
const LEAST_FILE_BYTES = 2_000;

const isScript = (node: Node): boolean => isElement(node) && node.tagName === 'script';
const isStyle = (node: Node): boolean => isElement(node) && node.tagName === 'style';

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node && !isStyle(node) && !isScript(node) ? node.childNodes : [];
}

function codeWords(node: Node): readonly string[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => ('value' in child ? stringsOfCode(child.value) : []));
}

function ownWords(node: Node): readonly string[] {
  if (node.nodeName === '#comment' && 'data' in node) return [node.data];
  if (node.nodeName === '#text' && 'value' in node) return [node.value];
  if (!isElement(node)) return [];
  const said = node.attrs
    .filter(({ name, value }) => {
      if (SAYING_ATTRIBUTES.includes(name)) return true;
      return !MUTE_ATTRIBUTES.includes(name) && WORDS.test(value);
    })
    .map(({ value }) => value);
  return isScript(node) ? [...said, ...codeWords(node)] : said;
}

/** Files of a page written into its own text, which can be no more than the page. */
function filesOf(node: Node): readonly Uint8Array[] {
  if (!isElement(node)) return [];
  return node.attrs
    .filter(({ value }) => DATA_ADDRESS.test(value))
    .map(({ value }) => Buffer.from(value.slice(value.indexOf(',') + 1), 'base64'))
    .filter(({ length }) => length >= LEAST_FILE_BYTES);
}

/** A loop, not recursion: a page may nest 100,000 elements. */
export function htmlBeneath(bytes: Uint8Array): Beneath {
  const lines: string[] = [];
  const files: { name: string; bytes: Uint8Array }[] = [];
  const stack: Node[] = [...parsePage(decodeHtml(bytes)).childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const bytes of filesOf(node)) files.push({ name: 'data:', bytes });
    for (const words of ownWords(node)) {
      const line = words.replace(/\s+/g, ' ').trim();
      if (line !== '') lines.push(line);
    }
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) stack.push(child);
    }
  }
  return { lines, files, rejected: [] };
}
