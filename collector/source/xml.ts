/**
 * The XML of feeds and sitemaps. Entities are not expanded and a document type is refused, so that
 * nothing grows and nothing outside is asked for. Every text in it is attacker-controlled.
 */
import { XMLParser } from 'fast-xml-parser';
import { decodePage } from '../text/charset.ts';
import { SourceFailure } from './visit.ts';

export type Xml = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  cdataPropName: '#cdata',
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  removeNSPrefix: true,
  maxNestedTags: 100,
  stopNodes: ['feed.entry.content', 'feed.entry.summary'],
});

export function parseXml(body: Uint8Array): Xml {
  const { text } = decodePage(body, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new SourceFailure('format-broken');
  try {
    return asRecord(parser.parse(text));
  } catch (cause) {
    throw new SourceFailure('format-broken', { cause });
  }
}

export function asRecord(value: unknown): Xml {
  return typeof value === 'object' && value !== null ? (value as Xml) : {};
}

export function asList(value: unknown): Xml[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(asRecord);
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

/** The characters of an element: CDATA as it stands, other text with XML's escapes undone. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') {
    return value.includes('<![CDATA[')
      ? value.replaceAll(/<!\[CDATA\[|\]\]>/g, '')
      : unescaped(value);
  }
  if (Array.isArray(value)) return wordsOf(value[0]);
  const { '#cdata': raw, '#text': plain } = asRecord(value);
  const kept = Array.isArray(raw) ? raw.join('') : typeof raw === 'string' ? raw : '';
  return kept + (plain === undefined ? '' : wordsOf(plain));
}
