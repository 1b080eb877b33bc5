/**
 * Heads of ICAP and HTTP messages: a start line and fields, all attacker-controlled. Folded lines
 * are refused; a field that stands twice keeps both values, so that nobody can hide the second.
 */
import { BadIcap, type ByteReader } from './byte-reader.ts';

export type Head = { readonly start: string; readonly fields: ReadonlyMap<string, string> };

const MOST_LINE_BYTES = 8_192;
const MOST_FIELDS = 100;
const FIELD = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/;

export function headOf(lines: readonly string[]): Head {
  const [start = '', ...rest] = lines;
  const fields = new Map<string, string>();
  for (const line of rest) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (name === '') throw new BadIcap(400, 'a line that is no field');
    const key = name.toLowerCase();
    const before = fields.get(key);
    fields.set(key, before === undefined ? value.trim() : `${before}, ${value.trim()}`);
  }
  return { start, fields };
}

/** Null when the peer left between two messages. */
export async function readHead(reader: ByteReader): Promise<Head | null> {
  const lines: string[] = [];
  for (;;) {
    const line = await reader.line(MOST_LINE_BYTES);
    if (line === null) {
      if (lines.length === 0) return null;
      throw new BadIcap(400, 'the stream ended within a head');
    }
    if (line === '' && lines.length > 0) return headOf(lines);
    // An empty line before a head is passed over, as HTTP does.
    if (line !== '') lines.push(line);
    if (lines.length > MOST_FIELDS) throw new BadIcap(400, 'too many fields');
  }
}

/** A head that lies whole in memory, as encapsulated ones do. */
export function parseHead(bytes: Buffer): Head {
  return headOf(
    bytes
      .toString('latin1')
      .replace(/(\r?\n)+$/, '')
      .split(/\r?\n/),
  );
}

export type Encapsulated = {
  readonly requestHead: readonly [from: number, to: number] | null;
  readonly responseHead: readonly [from: number, to: number] | null;
  readonly headBytes: number;
  readonly hasBody: boolean;
};

const MOST_HEAD_BYTES = 256 * 1024;
const PARTS = /^(req-hdr|res-hdr|req-body|res-body|opt-body|null-body)=(\d{1,9})$/;

/** `req-hdr=0, res-hdr=137, res-body=296` (RFC 3507 4.4.1): heads first, at rising offsets. */
export function parseEncapsulated(field: string): Encapsulated {
  const parts = field.split(',').map((part) => {
    const [, name = '', offset = ''] = PARTS.exec(part.trim()) ?? [];
    if (name === '') throw new BadIcap(400, 'an unknown encapsulated part');
    return { name, at: Number(offset) };
  });
  const body = parts.at(-1);
  const heads = parts.slice(0, -1);
  const ordered = parts.every(({ at }, index) =>
    index === 0 ? at === 0 : at > (parts[index - 1]?.at ?? 0),
  );
  const shaped = heads.every(({ name }) => name.endsWith('-hdr')) && heads.length <= 2;
  if (!body?.name.endsWith('-body') || !ordered || !shaped || body.at > MOST_HEAD_BYTES)
    throw new BadIcap(400, 'encapsulated parts out of order');
  const span = (wanted: string): readonly [number, number] | null => {
    const index = heads.findIndex(({ name }) => name === wanted);
    return index < 0 ? null : [parts[index]?.at ?? 0, parts[index + 1]?.at ?? 0];
  };
  return {
    requestHead: span('req-hdr'),
    responseHead: span('res-hdr'),
    headBytes: body.at,
    hasBody: body.name !== 'null-body',
  };
}
