/**
 * A web page to text and to an article: parse5 (WHATWG HTML) builds the tree, no script runs and no
 * address is fetched. Walks are loops, not recursion: a page may nest 100,000 elements.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { isUtf8, markedEncoding, tidy } from './charset.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Page = DefaultTreeAdapterTypes.Document;

const NO_TEXT = 'script style noscript template iframe object svg math head';
const AROUND_THE_TEXT = 'nav footer aside form button select';
const HIDDEN = new Set(`${NO_TEXT} ${AROUND_THE_TEXT}`.split(' '));
const RUNNING = 'p div section article main header blockquote pre figure figcaption br hr';
const HEADS_AND_LISTS = 'h1 h2 h3 h4 h5 h6 li ul ol table tr dd dt';
const BLOCKS = new Set(`${RUNNING} ${HEADS_AND_LISTS}`.split(' '));

/** The charset a page declares in its first kilobyte, else what its bytes show. */
export function decodeHtml(bytes: Uint8Array, httpCharset?: string): string {
  const marked = markedEncoding(bytes);
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  const declared =
    httpCharset ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1];
  const label = marked ?? (isUtf8(bytes) ? 'utf-8' : (declared ?? 'windows-1258'));
  return tidy(decoderFor(label).decode(bytes));
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // An unknown charset name, attacker-controlled like the rest.
    return new TextDecoder('windows-1258');
  }
}

export function parsePage(html: string): Page {
  return parse(html);
}

export function plainText(bytes: Uint8Array): string {
  return textOf(parsePage(decodeHtml(bytes)));
}

export function isElement(node: Node | Parent): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** All elements in document order. */
export function* elementsOf(root: Parent): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child) stack.push(child);
    }
  }
}

/** Visible text, one line per block. */
export function textOf(root: Parent): string {
  let text = '';
  const stack: (Node | string)[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (node.nodeName === '#text' && 'value' in node) text += node.value.replace(/\s+/g, ' ');
    else if (isElement(node) && !HIDDEN.has(node.tagName)) {
      const edge = BLOCKS.has(node.tagName) ? '\n' : node.tagName === 'td' ? '\t' : '';
      text += edge;
      stack.push(edge);
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child) stack.push(child);
      }
    }
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

export function isHidden(element: Element): boolean {
  return HIDDEN.has(element.tagName);
}
