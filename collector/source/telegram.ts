/**
 * A Telegram export (`result.json`). Only what the channel published is kept: number, time and
 * text; who forwarded, reacted or is named as sender is left out before anything is stored.
 */
import { utf8 } from '../../core/common/sha256.ts';
import type { SourceOf } from '../config.ts';
import { readIfChanged } from './export-file.ts';
import { keepItem, SourceFailure, type VisitParts } from './visit.ts';
import { asList, asRecord, type Xml } from './xml.ts';

type Post = {
  readonly id: string;
  readonly date: string;
  /** Of the last change. */
  readonly stamp: string;
  readonly text: string;
};

/** A text is a string, or pieces of which some are links or bold. */
function plainText(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text
    .map((piece: unknown) => (typeof piece === 'string' ? piece : plainText(asRecord(piece).text)))
    .join('');
}

function postOf(message: Xml): Post | null {
  const { id, type, date, edited, text } = message;
  const words = plainText(text);
  if (type !== 'message' || typeof id !== 'number' || words.trim() === '') return null;
  const [stamp = ''] = [edited, date].filter((each) => typeof each === 'string');
  return { id: String(id), date: typeof date === 'string' ? date : stamp, stamp, text: words };
}

type Channel = { readonly title: string; readonly key: string; readonly posts: readonly Post[] };

export function readExport(bytes: Buffer): readonly Channel[] {
  let root: Xml;
  try {
    root = asRecord(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new SourceFailure('format-broken', { cause });
  }
  const chats = 'messages' in root ? [root] : asList(asRecord(root.chats).list);
  if (chats.length === 0) throw new SourceFailure('format-broken');
  return chats.map((chat) => ({
    title: typeof chat.name === 'string' ? chat.name : '',
    key: String(chat.id ?? ''),
    posts: asList(chat.messages).flatMap((message) => postOf(message) ?? []),
  }));
}

function takePost(
  parts: VisitParts,
  source: SourceOf<'telegram'>,
  { channel, post }: { readonly channel: Channel; readonly post: Post },
): boolean {
  const seen = { key: `${channel.key}/${post.id}`, stamp: post.stamp };
  if (parts.state.stampOf(source.name, seen.key) === seen.stamp) return false;
  const { id, date, stamp, text } = post;
  const url = source.channelUrl ? `${source.channelUrl.replace(/\/$/, '')}/${id}` : null;
  // Exports write the local time of the machine that made them, without a zone.
  const article = { source: source.name, url, title: channel.title, publishedAt: date, text };
  const bytes = utf8(JSON.stringify({ channel: channel.key, id, date, changed: stamp, text }));
  keepItem(parts, { bytes, contentType: 'application/json', article }, seen);
  return true;
}

export async function visitTelegram(
  parts: VisitParts,
  source: SourceOf<'telegram'>,
): Promise<number> {
  const file = readIfChanged(parts, source.path);
  if (file === 'unchanged') return 0;
  let taken = 0;
  for (const channel of readExport(file.bytes)) {
    for (const post of channel.posts) {
      if (parts.signal.aborted) return taken;
      if (takePost(parts, source, { channel, post })) taken += 1;
    }
  }
  file.remember();
  return taken;
}
