/**
 * A capture of public articles to articles, by what its bytes are. A broken member is named and the
 * rest goes on; each article is sent as soon as it is read, with the bytes it was read from.
 */

import type { Send } from '../child-pipe.ts';
import { startsWithAny } from '../file-kind.ts';
import { asFileStop, FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { decodeText } from '../text/charset.ts';
import { decodeHtml } from '../text/html-text.ts';
import { readZip } from '../text/zip-archive.ts';
import { looksLikeFeed, readFeed } from './article-feed.ts';
import { readJsonLine } from './article-json.ts';
import { readArticlePage } from './article-page.ts';
import type { CapturedItem } from './article-warc.ts';

export type Member = { readonly name: string; readonly bytes: Buffer };
type Article = {
  readonly source?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly capturedAt?: string | undefined;
  readonly text: string;
};
type Raw = { readonly bytes: Buffer; readonly mediaType: string };

export async function readArticles(file: Member, send: Send): Promise<void> {
  const sink = articleSink(send);
  if (file.bytes.toString('latin1', 0, 4) === 'PK\x03\x04') await readMembers(file, sink);
  else await readMember(file, sink);
  await send({ type: 'end' });
}

async function readMembers(file: Member, sink: Sink): Promise<void> {
  const parts = await readZip(file.bytes, {
    totalBytes: LIMITS.inflatedBytes,
    partBytes: LIMITS.inflatedBytes,
    wants: () => true,
  });
  for (const part of parts) {
    try {
      await readMember(part, sink);
    } catch (error) {
      const stop = asFileStop(error);
      if (stop.detail === 'too-many-articles') throw stop;
      await sink.reject(part.name, stop);
    }
  }
}

async function readMember(member: Member, sink: Sink): Promise<void> {
  const { bytes } = member;
  const head = bytes.toString('latin1', 0, 2_048);
  if (bytes.length === 0) throw new FileStop('file-empty');
  if (startsWithAny(head, ['WARC/1', '\x1f\x8b'])) return readWarc(member, sink);
  if (bytes.length > LIMITS.memberBytes) throw new FileStop('file-too-large');
  if (startsWithAny(head, ['PK\x03\x04', '%PDF-', '\x89PNG', '\xff\xd8\xff']))
    throw new FileStop('file-kind-unknown');
  if (looksLikeFeed(asciiOf(head))) {
    const raw = await sink.raw({ bytes, mediaType: 'application/xml' });
    for (const article of readFeed(bytes)) await sink.article(article, raw);
    return;
  }
  if (/<(!doctype html|html|head|body|article|meta)\b/i.test(asciiOf(head))) {
    const raw = await sink.raw({ bytes, mediaType: 'text/html' });
    return sink.article({ source: member.name, ...readArticlePage(decodeHtml(bytes)) }, raw);
  }
  const { text } = decodeText(bytes);
  if (/^\s*\{/.test(text)) return readJsonLines({ name: member.name, text }, sink);
  const raw = await sink.raw({ bytes, mediaType: 'text/plain' });
  return sink.article({ source: member.name, title: firstLine(text), text }, raw);
}

/** Marks and zero bytes of UTF-16 removed, so that a head in any charset can be recognised. */
function asciiOf(head: string): string {
  return head.replace(/[^\x20-\x7e\s]/g, '');
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}

async function readJsonLines(
  { name, text }: { name: string; text: string },
  sink: Sink,
): Promise<void> {
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const article = readJsonLine(line);
      const raw = await sink.raw({ bytes: Buffer.from(line), mediaType: 'application/json' });
      await sink.article({ source: name, ...article }, raw);
    } catch (error) {
      await sink.reject(`${name}:${at + 1}`, asFileStop(error));
    }
  }
}

async function readWarc({ bytes, name }: Member, sink: Sink): Promise<void> {
  const { articlesOfWarc } = await import('./article-warc.ts');
  for await (const found of articlesOfWarc(bytes)) {
    if ('tooLarge' in found) {
      await sink.reject(found.tooLarge, new FileStop('file-too-large'));
    } else if ('line' in found) {
      await readItem(found, name, sink);
    } else {
      const article = readArticlePage(decodeHtml(found.html, found.charset));
      const raw = await sink.raw({ bytes: found.html, mediaType: 'text/html' });
      // The archive's address is where the page was fetched; a page may claim another.
      const { url, capturedAt } = found;
      await sink.article({ source: name, ...article, url, capturedAt }, raw);
    }
  }
}

async function readItem(item: CapturedItem, name: string, sink: Sink): Promise<void> {
  try {
    const article = readJsonLine(item.line);
    const raw = await sink.raw({ bytes: item.original, mediaType: item.mediaType });
    const { capturedAt } = item;
    await sink.article({ source: name, ...article, capturedAt }, raw);
  } catch (error) {
    const stop = asFileStop(error);
    if (stop.detail === 'too-many-articles') throw stop;
    await sink.reject(name, stop);
  }
}

type Sink = {
  raw(raw: Raw): Promise<{ rawId: number; mediaType: string }>;
  article(article: Article, raw: { rawId: number; mediaType: string }): Promise<void>;
  reject(name: string, stop: FileStop): Promise<void>;
};

function articleSink(send: Send): Sink {
  let raws = 0;
  let articles = 0;
  return {
    async raw({ bytes, mediaType }) {
      raws += 1;
      await send({ type: 'raw', id: raws }, bytes);
      return { rawId: raws, mediaType };
    },
    async article({ text, ...facts }, raw) {
      articles += 1;
      if (articles > LIMITS.articles) throw new FileStop('output-limit', 'too-many-articles');
      const host = URL.parse(facts.url ?? '')?.hostname;
      const body = Buffer.from(text.slice(0, LIMITS.articleTextChars));
      await send({ type: 'article', ...raw, ...facts, source: host || facts.source }, body);
    },
    async reject(name, { code }) {
      await send({ type: 'rejected', name: name.slice(0, 300), code });
    },
  };
}
