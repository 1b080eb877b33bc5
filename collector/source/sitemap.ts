/** Sitemaps (sitemaps.org 0.9, with the news extension): the addresses a site says it changed. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { addMs, type Instant } from '../../core/common/calendar-date.ts';
import type { SourceOf } from '../config.ts';
import {
  askIfChanged,
  isAtLeast,
  momentOf,
  type Pointer,
  SourceFailure,
  takePointers,
  type VisitParts,
} from './visit.ts';
import { asList, asRecord, parseXml, wordsOf, type Xml } from './xml.ts';

const DAY_MS = 86_400_000;
const MOST_SITEMAPS = 50;
const unpack = promisify(gunzip);

type Named = {
  readonly url: string;
  readonly changed: string;
  readonly published: string;
  readonly title: string;
};

function named(entry: Xml): Named {
  const news = asRecord(entry.news);
  const published = wordsOf(news.publication_date).trim();
  return {
    url: wordsOf(entry.loc).trim(),
    changed: wordsOf(entry.lastmod).trim() || published,
    published,
    title: wordsOf(news.title),
  };
}

async function plainXml(body: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return await unpack(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw new SourceFailure('format-broken', { cause });
  }
}

/** What has no date may be new; what is older than the source asks for is not. */
function isRecent({ changed }: Named, earliest: Instant): boolean {
  const moment = momentOf(changed);
  return moment === null || isAtLeast(moment, earliest);
}

const toPointer = ({ url, changed, published, title }: Named): Pointer => ({
  url,
  stamp: changed,
  title,
  publishedAt: published || null,
  changedAt: changed || null,
  text: '',
});

export async function visitSitemap(
  parts: VisitParts,
  source: SourceOf<'sitemap'>,
): Promise<number> {
  const earliest = addMs(parts.clock.now(), -source.newerThanDays * DAY_MS);
  const waiting = [source.url];
  const visited = new Set<string>();
  let taken = 0;
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (visited.has(url) || visited.size >= MOST_SITEMAPS || parts.signal.aborted) continue;
    visited.add(url);
    const asked = await askIfChanged(parts, url);
    if (asked === 'unchanged') continue;
    const root = parseXml(await plainXml(asked.answer.body, parts.limits.pageBytes));
    if (!('urlset' in root || 'sitemapindex' in root)) throw new SourceFailure('format-broken');
    const sitemaps = asList(asRecord(root.sitemapindex).sitemap).map(named);
    waiting.push(...sitemaps.filter((each) => isRecent(each, earliest)).map((each) => each.url));
    const pages = asList(asRecord(root.urlset).url).map(named);
    const pointers = pages
      .filter((each) => each.url !== '' && isRecent(each, earliest))
      .map(toPointer);
    taken += await takePointers(parts, source.name, pointers);
    const isSeen = ({ url: page, stamp }: Pointer) =>
      parts.state.stampOf(source.name, page) === stamp;
    // An index does not change when a sitemap in it does.
    if (sitemaps.length === 0 && pointers.every(isSeen)) asked.remember();
  }
  return taken;
}
