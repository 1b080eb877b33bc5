/**
 * In a thread of its own: the main text of one page at a time, by Mozilla's Readability. Pages are
 * attacker-controlled; whoever started this thread ends it when a page takes too long or too much.
 */
import { parentPort } from 'node:worker_threads';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** An address as the page writes it, and the words that bear the link. */
export type PageLink = { readonly href: string; readonly words: string };

export type MainText = {
  readonly title: string;
  readonly publishedAt: string | null;
  readonly text: string;
  /** To PDF and Word files. */
  readonly documents: readonly PageLink[];
  /** What the page's addresses count from, as it says itself; null: from its own. */
  readonly base: string | null;
};

const MOST_ELEMENTS = 60_000;
const NO_TEXT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'OBJECT']);
const RUNNING = [
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'BLOCKQUOTE',
  'PRE',
  'FIGURE',
  'BR',
  'HR',
];
const LISTED = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL', 'OL', 'TABLE', 'TR', 'DT', 'DD'];
const BLOCKS = new Set([...RUNNING, ...LISTED, 'FIGCAPTION', 'HEADER', 'FOOTER', 'TITLE']);
const TEXT_NODE = 3;

/** One line per block. A loop, not recursion: a page may nest without end. */
function textOf(root: Node): string {
  let text = '';
  const stack: (Node | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (node.nodeType === TEXT_NODE) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    else if (!NO_TEXT.has(node.nodeName.toUpperCase())) {
      const edge = BLOCKS.has(node.nodeName.toUpperCase()) ? '\n' : '';
      text += edge;
      stack.push(edge);
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
    }
  }
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

const DOCUMENT = /\.(?:pdf|docx)(?:[?#]|$)/i;
const MOST_LINKS = 200;
const MOST_ADDRESS = 2_000;
const MOST_WORDS = 300;

/** Looked for before the main text is, which takes the page apart. */
function documentsOf(document: Document): readonly PageLink[] {
  const found: PageLink[] = [];
  for (const link of document.querySelectorAll('a[href]')) {
    const href = (link.getAttribute('href') ?? '').trim();
    if (href.length > MOST_ADDRESS || !DOCUMENT.test(href)) continue;
    found.push({ href, words: textOf(link).replace(/\s+/g, ' ').slice(0, MOST_WORDS) });
    if (found.length === MOST_LINKS) break;
  }
  return found;
}

/** `whole`: of a newsletter or a feed's entry, which has no menu around it. */
export type Question = { readonly html: string; readonly whole: boolean };

function mainTextOf({ html, whole: isWholeWanted }: Question): MainText {
  const { document } = parseHTML(html);
  // A piece of a page has no body of its own, and asking for it would make an empty one.
  const isWhole = document.documentElement?.nodeName.toUpperCase() === 'HTML';
  const whole = textOf(isWhole ? document.body : document);
  const title = document.title;
  if (isWholeWanted) return { title, publishedAt: null, text: whole, documents: [], base: null };
  const documents = documentsOf(document);
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? null;
  try {
    const reader = new Readability<Node>(document, {
      maxElemsToParse: MOST_ELEMENTS,
      charThreshold: 150,
      serializer: (node) => node,
    });
    const found = reader.parse();
    const text = found?.content ? textOf(found.content) : '';
    if (found && text !== '') {
      return {
        title: found.title || title,
        publishedAt: found.publishedTime ?? null,
        text,
        documents,
        base,
      };
    }
  } catch {
    // Too many elements, or a tree that it cannot follow: the whole page is text as well.
  }
  return { title, publishedAt: null, text: whole, documents, base };
}

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(mainTextOf(question));
});
