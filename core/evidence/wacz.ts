/**
 * A capture as WACZ 1.1.1 (Webrecorder): the WARC with its index, list of pages and hashes, so that
 * an ordinary replay viewer opens it. Made from the kept WARC, whose bytes stay as they are; its
 * files go into a ZIP in which nothing is compressed, so an offset of the index is one of the WARC.
 */
import type { Instant } from '../common/calendar-date.ts';
import { invariant } from '../common/invariant.ts';
import { sha256, utf8 } from '../common/sha256.ts';

export const WACZ = {
  description: 'datapackage.json',
  digest: 'datapackage-digest.json',
  archive: 'archive/data.warc',
  index: 'indexes/index.cdx',
  pages: 'pages/pages.jsonl',
} as const;

export type ArchivedPage = {
  /** Of `encodeWarc`. */
  readonly warc: Uint8Array;
  readonly title: string;
  readonly createdAt: Instant;
};

type WarcRecord = {
  readonly headers: ReadonlyMap<string, string>;
  readonly offset: number;
  /** Without the empty lines that end it, as other indexes count. */
  readonly length: number;
};

const BREAK = 0x0d;
const AFTER_BLOCK = 4;

/** Where the empty line after the headers begins. */
function endOfHeaders(warc: Uint8Array, from: number): number {
  for (let at = warc.indexOf(BREAK, from); at >= 0; at = warc.indexOf(BREAK, at + 1)) {
    if (warc[at + 2] === BREAK) return at;
  }
  return -1;
}

function recordsOf(warc: Uint8Array): readonly WarcRecord[] {
  const records: WarcRecord[] = [];
  for (let offset = 0; offset < warc.length; ) {
    const end = endOfHeaders(warc, offset);
    invariant(end > 0, 'a record of the kept WARC has headers');
    const [, ...lines] = new TextDecoder().decode(warc.subarray(offset, end)).split('\r\n');
    const headers = new Map(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
    );
    const length = end + 4 + Number(headers.get('content-length')) - offset;
    invariant(offset + length + AFTER_BLOCK <= warc.length, 'a record of the kept WARC is whole');
    records.push({ headers, offset, length });
    offset += length + AFTER_BLOCK;
  }
  return records;
}

/** The sort-friendly form of an address that indexes of web archives are ordered by. */
export function sortKey(address: string): string {
  const { hostname, port, pathname, search } = new URL(address.toLowerCase());
  const host = hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  const query = search === '' ? '' : `?${search.slice(1).split('&').toSorted().join('&')}`;
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query}`;
}

const lines = (values: readonly unknown[]): Uint8Array =>
  utf8(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

function indexLine({ headers, offset, length }: WarcRecord, url: string): Uint8Array {
  const stamp = (headers.get('warc-date') ?? '').replace(/\D/g, '').slice(0, 14);
  const facts = {
    url,
    mime: headers.get('content-type')?.split(';')[0] ?? '',
    digest: headers.get('warc-block-digest'),
    length: String(length),
    offset: String(offset),
    filename: WACZ.archive.replace('archive/', ''),
  };
  return utf8(`${sortKey(url)} ${stamp} ${JSON.stringify(facts)}\n`);
}

const resource = (path: string, bytes: Uint8Array) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  path,
  hash: `sha256:${sha256(bytes).toHex()}`,
  bytes: bytes.length,
});

/** The files of the WACZ by path; null where the capture has no address, which replay needs. */
export function waczFiles({
  warc,
  title,
  createdAt,
}: ArchivedPage): ReadonlyMap<string, Uint8Array> | null {
  const captured = recordsOf(warc).find(({ headers }) => headers.get('warc-type') === 'resource');
  const url = captured?.headers.get('warc-target-uri') ?? '';
  if (!captured || !/^https?:/.test(url)) return null;
  const ts = captured.headers.get('warc-date') ?? '';
  const contents = new Map([
    [WACZ.archive, warc],
    [WACZ.index, indexLine(captured, url)],
    [
      WACZ.pages,
      lines([
        { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
        { id: sha256(warc).toHex().slice(0, 22), url, ts, title },
      ]),
    ],
  ]);
  const description = utf8(
    `${JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title,
        software: 'Niem Phong',
        created: createdAt,
        mainPageUrl: url,
        mainPageDate: ts,
        resources: [...contents].map(([path, bytes]) => resource(path, bytes)),
      },
      null,
      2,
    )}\n`,
  );
  const digest = { path: WACZ.description, hash: `sha256:${sha256(description).toHex()}` };
  return new Map([
    ...contents,
    [WACZ.description, description],
    [WACZ.digest, utf8(`${JSON.stringify(digest)}\n`)],
  ]);
}
