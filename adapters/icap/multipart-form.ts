/**
 * `multipart/form-data` (RFC 7578) to its fields and files, by nothing but searching for the
 * boundary: contents stay as they were sent. Attacker-controlled throughout.
 */
import { BadIcap } from './byte-reader.ts';
import { headOf } from './head.ts';

export type FormPart = { readonly isFile: boolean; readonly content: Buffer };

const MOST_PARTS = 1_000;
const MOST_HEAD_BYTES = 16_384;
const HEAD_END = Buffer.from('\r\n\r\n');

export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Null when the body is not what its type says. */
export function splitFormData(body: Buffer, boundary: string): readonly FormPart[] | null {
  const opening = Buffer.from(`--${boundary}`, 'latin1');
  const between = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const parts: FormPart[] = [];
  let at = startOf(body, { opening, between });
  while (at >= 0 && parts.length <= MOST_PARTS) {
    if (body.toString('latin1', at, at + 2) === '--') return parts;
    const end = body.indexOf(between, at);
    const part = end < 0 ? null : partOf(body.subarray(at, end));
    if (!part) return null;
    parts.push(part);
    at = end + between.length;
  }
  return null;
}

type Marks = { readonly opening: Buffer; readonly between: Buffer };

/** Behind the first boundary; what stands before it is no part. */
function startOf(body: Buffer, { opening, between }: Marks): number {
  if (body.subarray(0, opening.length).equals(opening)) return opening.length;
  const first = body.indexOf(between);
  return first < 0 ? -1 : first + between.length;
}

/** `bytes` begin with the rest of the boundary's line. */
function partOf(bytes: Buffer): FormPart | null {
  const headEnd = bytes.subarray(0, MOST_HEAD_BYTES).indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const [rest = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const fields = fieldsOf(lines);
  if (rest.trim() !== '' || !fields || isEncoded(fields)) return null;
  const isFile = /;\s*filename\*?=/i.test(fields.get('content-disposition') ?? '');
  return { isFile, content: bytes.subarray(headEnd + HEAD_END.length) };
}

function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> | null {
  try {
    return headOf(['', ...lines]).fields;
  } catch (reason) {
    if (reason instanceof BadIcap) return null;
    throw reason;
  }
}

/** RFC 7578 4.7 forbids it; what no server would decode is not decoded here either. */
function isEncoded(fields: ReadonlyMap<string, string>): boolean {
  const encoding = fields.get('content-transfer-encoding')?.toLowerCase() ?? 'binary';
  return !['binary', '8bit', '7bit'].includes(encoding);
}
