/**
 * RSS 2.0, RSS 1.0 and Atom (RFC 4287) to articles. Entity processing is off and a feed that
 * declares a document type is refused, so nothing expands and nothing outside is asked for.
 */
import { XMLParser } from 'fast-xml-parser';
import { parseFragment } from 'parse5';
import { FileStop } from '../file-stop.ts';
import { markedEncoding, tidy } from '../text/charset.ts';
import { textOf } from '../text/html-text.ts';
import { publishedInstant } from './published-instant.ts';

export type FeedArticle = {
  readonly source: string;
  readonly url: string | undefined;
  readonly title: string;
  readonly publishedAt: string | undefined;
  readonly text: string;
};
type Xml = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  cdataPropName: '#cdata',
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  maxNestedTags: 100,
  // Atom's XHTML content is markup to be kept in order, not structure to be parsed.
  stopNodes: ['feed.entry.content', 'feed.entry.summary'],
});

export function looksLikeFeed(head: string): boolean {
  return /<(rss|feed|rdf:RDF)[\s>]/.test(head);
}

export function readFeed(file: Buffer): FeedArticle[] {
  const xml = decodeXml(file);
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw new FileStop('file-unreadable', 'document-type-in-xml');
  const root = record(parser.parse(xml));
  const channel = record(record(root.rss).channel);
  const feed = record(root.feed);
  const rdf = record(root['rdf:RDF']);
  const source = markupText(channel.title ?? feed.title ?? record(rdf.channel).title);
  const items = [...list(channel.item), ...list(rdf.item)].map((item) => rssItem(item, source));
  return [...items, ...list(feed.entry).map((entry) => atomEntry(entry, source))];
}

function rssItem(item: Xml, source: string): FeedArticle {
  return {
    source,
    url: words(item.link).trim() || undefined,
    title: markupText(item.title),
    publishedAt: publishedInstant(words(item.pubDate ?? item['dc:date'])),
    text: markupText(item['content:encoded'] ?? item.description),
  };
}

function atomEntry(entry: Xml, source: string): FeedArticle {
  const links = list(entry.link);
  const link = links.find((each) => (each['@rel'] ?? 'alternate') === 'alternate') ?? links[0];
  return {
    source,
    url: typeof link?.['@href'] === 'string' ? unescaped(link['@href']) : undefined,
    title: markupText(entry.title),
    publishedAt: publishedInstant(words(entry.published ?? entry.updated)),
    text: markupText(entry.content ?? entry.summary),
  };
}

function record(value: unknown): Xml {
  return typeof value === 'object' && value !== null ? (value as Xml) : {};
}

function list(value: unknown): Xml[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(record);
}

/** The characters of an element: CDATA as it stands, other text with XML's escapes undone. */
function words(value: unknown): string {
  if (typeof value === 'string')
    return value.includes('<![CDATA[') ? cdata(value) : unescaped(value);
  if (Array.isArray(value)) return words(value[0]);
  const { '#cdata': raw, '#text': text } = record(value);
  return (
    (Array.isArray(raw) ? raw.join('') : typeof raw === 'string' ? raw : '') + words(text ?? '')
  );
}

function cdata(markup: string): string {
  return markup.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(
    /&(#x[\da-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi,
    (whole, name: string) => {
      if (!name.startsWith('#')) return ESCAPES[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Titles and bodies carry HTML in most feeds. */
function markupText(value: unknown): string {
  return tidy(textOf(parseFragment(words(value)))).trim();
}

function decodeXml(file: Buffer): string {
  const declared = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/.exec(
    file.toString('latin1', 0, 300),
  )?.[1];
  try {
    return new TextDecoder(markedEncoding(file) ?? declared ?? 'utf-8').decode(file);
  } catch {
    return new TextDecoder('utf-8').decode(file);
  }
}
