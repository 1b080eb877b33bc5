/** Beneath a web page: comments, descriptions, data for machines, the blocks around the text. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, decodeHtml, isElement, parsePage } from '../text/html-text.ts';
import type { Beneath } from './beneath.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const SAYING_ATTRIBUTES = ['alt', 'title', 'content', 'aria-label', 'placeholder', 'value'];
const CODE = new Set(['script', 'style']);
const JSON_TYPE = /json/i;

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  if (!('childNodes' in node)) return [];
  const isCode = isElement(node) && CODE.has(node.tagName);
  return isCode && !JSON_TYPE.test(attribute(node, 'type') ?? '') ? [] : node.childNodes;
}

function ownWords(node: Node): readonly string[] {
  if (node.nodeName === '#comment' && 'data' in node) return [node.data];
  if (node.nodeName === '#text' && 'value' in node) return [node.value];
  if (!isElement(node)) return [];
  return SAYING_ATTRIBUTES.flatMap((name) => attribute(node, name) ?? []);
}

/** A loop, not recursion: a page may nest 100,000 elements. */
export function htmlBeneath(bytes: Uint8Array): Beneath {
  const lines: string[] = [];
  const stack: Node[] = [...parsePage(decodeHtml(bytes)).childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
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
  return { lines, files: [], rejected: [] };
}
