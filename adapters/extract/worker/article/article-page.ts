/**
 * Finds the article in a web page: the block with the densest running text, and title, address and
 * time as the page's own metadata states them (Open Graph, schema.org microdata, HTML).
 */
import {
  attribute,
  type Element,
  elementsOf,
  isElement,
  isHidden,
  type Page,
  parsePage,
  textOf,
} from '../text/html-text.ts';
import { publishedInstant } from './published-instant.ts';

export type PageArticle = {
  readonly title: string;
  readonly url: string | undefined;
  readonly publishedAt: string | undefined;
  readonly text: string;
};

const PARAGRAPHS = new Set(['p', 'h2', 'h3', 'blockquote', 'li', 'pre', 'td']);
const SHORT_PARAGRAPH = 25;
/** Nobody looks for the menu around a paragraph further up than this. */
const CLIMB = 64;
const TIME_NAMES = ['article:published_time', 'datepublished', 'pubdate', 'date', 'dc.date'];

export function readArticlePage(html: string): PageArticle {
  const document = parsePage(html);
  const facts = new Map<string, string>();
  for (const element of elementsOf(document)) noteFact(facts, element);
  const body = densestBlock(document);
  const time = TIME_NAMES.map((name) => facts.get(name)).find((value) => value !== undefined);
  return {
    title: oneLine(facts.get('og:title') ?? facts.get('title') ?? facts.get('h1') ?? ''),
    url: facts.get('canonical') ?? facts.get('og:url'),
    publishedAt: publishedInstant(time ?? facts.get('time')),
    text: textOf(body ?? document),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The first fact of each name holds: a page cannot overwrite its head from its comments. */
function noteFact(facts: Map<string, string>, element: Element): void {
  const note = (name: string | undefined, value: string | undefined): void => {
    if (name && value && !facts.has(name.toLowerCase())) facts.set(name.toLowerCase(), value);
  };
  const { tagName } = element;
  const named = attribute(element, 'property') ?? attribute(element, 'name');
  const property = attribute(element, 'itemprop');
  if (tagName === 'meta') note(named ?? property, attribute(element, 'content'));
  else if (property?.toLowerCase() === 'datepublished')
    note('datepublished', attribute(element, 'datetime') ?? attribute(element, 'content'));
  if (tagName === 'link' && attribute(element, 'rel') === 'canonical')
    note('canonical', attribute(element, 'href'));
  if (tagName === 'time') note('time', attribute(element, 'datetime'));
  if (tagName === 'title' || tagName === 'h1') note(tagName, textOf(element));
}

/**
 * Each paragraph gives its letters to its parent and half of them to its grandparent; letters
 * inside links count against it (menus are all links). The richest element is the article. One
 * pass over the text, each with a bounded climb, so that deep nesting costs no more than length.
 */
function densestBlock(document: Page): Element | undefined {
  const scores = new Map<Element, number>();
  const add = (element: Element | undefined, score: number): void => {
    if (element) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  for (const [paragraph, score] of paragraphScores(document)) {
    if (score < SHORT_PARAGRAPH) continue;
    const parent = parentOf(paragraph);
    add(parent, score);
    add(parent && parentOf(parent), score / 2);
  }
  let best: Element | undefined;
  let bestScore = 0;
  for (const [element, score] of scores) {
    if (score > bestScore) [best, bestScore] = [element, score];
  }
  return best;
}

function paragraphScores(document: Page): Map<Element, number> {
  const scores = new Map<Element, number>();
  for (const element of elementsOf(document)) {
    let letters = 0;
    for (const child of element.childNodes)
      if (child.nodeName === '#text' && 'value' in child) letters += child.value.trim().length;
    if (letters === 0) continue;
    const { paragraph, inLink, hidden } = placeOf(element);
    if (!paragraph || hidden) continue;
    scores.set(paragraph, (scores.get(paragraph) ?? 0) + (inLink ? -letters : letters));
  }
  return scores;
}

type Place = { paragraph: Element | undefined; inLink: boolean; hidden: boolean };

function placeOf(element: Element): Place {
  const place: Place = { paragraph: undefined, inLink: false, hidden: false };
  let above: Element | undefined = element;
  for (let steps = 0; above && steps < CLIMB; steps += 1) {
    if (!place.paragraph && above.tagName === 'a') place.inLink = true;
    if (!place.paragraph && PARAGRAPHS.has(above.tagName)) place.paragraph = above;
    if (isHidden(above)) place.hidden = true;
    above = parentOf(above);
  }
  return place;
}

function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode;
  return parent && isElement(parent) ? parent : undefined;
}
