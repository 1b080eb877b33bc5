/** RSS 2.0, RSS 1.0 and Atom (RFC 4287): what is new in a feed, page by page. */
import type { SourceOf } from '../config.ts';
import {
  askIfChanged,
  keepPointer,
  type Pointer,
  SourceFailure,
  takePointers,
  type VisitParts,
} from './visit.ts';
import { asList, asRecord, parseXml, wordsOf, type Xml } from './xml.ts';

type Entry = Omit<Pointer, 'text'> & { readonly html: string };

function rssEntry(item: Xml): Entry {
  const published = wordsOf(item.pubDate ?? item.date).trim();
  return {
    url: wordsOf(item.link).trim() || wordsOf(item.guid).trim(),
    stamp: published,
    title: wordsOf(item.title),
    publishedAt: published || null,
    html: wordsOf(item.encoded ?? item.description),
  };
}

function atomEntry(entry: Xml): Entry {
  const links = asList(entry.link);
  const link = links.find((each) => (each['@rel'] ?? 'alternate') === 'alternate') ?? links[0];
  const published = wordsOf(entry.published ?? entry.updated).trim();
  return {
    url: wordsOf(link?.['@href'] ?? ''),
    stamp: wordsOf(entry.updated ?? entry.published).trim(),
    title: wordsOf(entry.title),
    publishedAt: published || null,
    html: wordsOf(entry.content ?? entry.summary),
  };
}

/** Addresses are made whole against the feed's own; what is no web address is left out. */
export function readFeed(body: Uint8Array, base: string): readonly Entry[] {
  const root = parseXml(body);
  const channel = asRecord(asRecord(root.rss).channel);
  const entries = [
    ...asList(channel.item).map(rssEntry),
    ...asList(asRecord(root.RDF).item).map(rssEntry),
    ...asList(asRecord(root.feed).entry).map(atomEntry),
  ];
  const isFeed = ['rss', 'RDF', 'feed'].some((name) => name in root);
  if (!isFeed) throw new SourceFailure('format-broken');
  return entries.flatMap((entry) => {
    const url = URL.parse(entry.url, base);
    return url && /^https?:$/.test(url.protocol) ? [{ ...entry, url: url.href }] : [];
  });
}

async function pointerOf(parts: VisitParts, { html, ...entry }: Entry): Promise<Pointer> {
  const found = html.trim() === '' ? null : await parts.reader.read(html, { whole: true });
  return { ...entry, text: found?.text ?? '' };
}

/** How many articles are new. */
export async function visitFeed(parts: VisitParts, source: SourceOf<'feed'>): Promise<number> {
  const asked = await askIfChanged(parts, source.url);
  if (asked === 'unchanged') return 0;
  const entries = readFeed(asked.answer.body, asked.answer.url);
  const fresh = entries.filter(({ url, stamp }) => parts.state.stampOf(source.name, url) !== stamp);
  const pointers: Pointer[] = [];
  for (const entry of fresh) pointers.push(await pointerOf(parts, entry));
  const taken =
    source.take === 'items'
      ? pointers.filter((each) => keepPointer(parts, source.name, each)).length
      : await takePointers(parts, source.name, pointers);
  const isAllTaken = fresh.every(
    ({ url, stamp }) => parts.state.stampOf(source.name, url) === stamp,
  );
  if (isAllTaken) asked.remember();
  return taken;
}
