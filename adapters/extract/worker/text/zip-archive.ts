/**
 * Archives, believed in nothing: entries are counted, names must be unique, and the bytes that come
 * out are counted while they come, whatever the directory declares (APPNOTE 4.3; zip bombs).
 * Also writes the plainest archive there is, so that a library behind us meets only parts we kept.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';

export type ZipPart = { readonly name: string; readonly bytes: Buffer };
export type ZipLimits = {
  readonly totalBytes: number;
  readonly partBytes: number;
  readonly wants: (name: string) => boolean;
};

const ZIP_OPTIONS = {
  lazyEntries: true,
  decodeStrings: true,
  validateEntrySizes: true,
  strictFileNames: true,
};

/** The wanted parts with their bytes. Refuses two entries of one name and any encrypted entry. */
export async function readZip(file: Buffer, limits: ZipLimits): Promise<ZipPart[]> {
  const zip = await fromBufferPromise(file, ZIP_OPTIONS);
  if (zip.entryCount > LIMITS.zipEntries) throw new FileStop('output-limit', 'too-many-parts');
  const names = new Set<string>();
  const parts: ZipPart[] = [];
  let leftBytes = limits.totalBytes;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.normalize('NFC');
    if (names.has(name.toLowerCase())) throw new FileStop('file-unreadable', 'name-twice');
    names.add(name.toLowerCase());
    if (names.size > LIMITS.zipEntries) throw new FileStop('output-limit', 'too-many-parts');
    if (name.endsWith('/') || !limits.wants(name)) continue;
    if (entry.isEncrypted()) throw new FileStop('file-encrypted');
    const bytes = await inflate(zip, { entry, maxBytes: Math.min(leftBytes, limits.partBytes) });
    leftBytes -= bytes.length;
    parts.push({ name, bytes });
  }
  return parts;
}

async function inflate(
  zip: ZipFile,
  { entry, maxBytes }: { entry: Entry; maxBytes: number },
): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new FileStop('output-limit', 'archive-expands');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Method 0 (stored), no extra field, no comment, names in UTF-8. */
export function writeStoredZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const common = commonFields(part, name);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    local.push(header, part.bytes);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, name);
    offset += header.length + part.bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}

/** The 26 bytes from "version needed" to "extra length" that both headers share. */
function commonFields(part: ZipPart, name: Buffer): Buffer {
  const UTF8_NAMES = 0x800;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt32LE(crc32(part.bytes), 10);
  fields.writeUInt32LE(part.bytes.length, 14);
  fields.writeUInt32LE(part.bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
