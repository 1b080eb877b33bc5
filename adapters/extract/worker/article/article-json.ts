/** One line of a JSON Lines capture: `{ "text", "url"?, "title"?, "publishedAt"?, "source"? }`. */
import { FileStop } from '../file-stop.ts';
import { publishedInstant } from './published-instant.ts';

export type JsonArticle = {
  readonly text: string;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly source?: string;
  readonly publishedAt: string | undefined;
};

export function readJsonLine(line: string): JsonArticle {
  const fields = parsed(line);
  const word = (name: string): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw new FileStop('file-unreadable', 'field-not-text');
    return value.normalize('NFC');
  };
  const text = word('text');
  if (text === undefined) throw new FileStop('file-unreadable', 'no-text-field');
  const source = word('source');
  return {
    text,
    url: word('url'),
    title: word('title'),
    publishedAt: publishedInstant(word('publishedAt')),
    ...(source === undefined ? {} : { source }),
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Answered below, like any line that is no object.
  }
  throw new FileStop('file-unreadable', 'not-an-object');
}
