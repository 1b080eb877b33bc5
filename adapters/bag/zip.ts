/**
 * One file out of many: ZIP with everything stored as it is (APPNOTE 6.3, method 0). The contents
 * are small or compressed already, and a package that needs no unpacker is easier to trust.
 */
import { crc32 } from 'node:zlib';
import { invariant } from '../../core/common/invariant.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, the first date that the format knows: dates stand in the package itself. */
const DATE = 0x21;
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;

type Placed = { readonly name: Buffer; readonly bytes: Uint8Array; readonly at: number };

/** The fields that both headers of a file share, from "version needed" on. */
function shared({ name, bytes }: Placed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function central(file: Placed): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  // Length of a comment, disk, attributes, then where the local header stands.
  const place = Buffer.alloc(14);
  place.writeUInt32LE(file.at, 10);
  return Buffer.concat([uint32(CENTRAL), madeBy, shared(file), place, file.name]);
}

export function encodeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const placed: Placed[] = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const file: Placed = { name: Buffer.from(path), bytes, at };
    const head = Buffer.concat([uint32(LOCAL), shared(file), file.name]);
    parts.push(head, bytes);
    placed.push(file);
    at += head.length + bytes.length;
  }
  const directory = Buffer.concat(placed.map(central));
  const whole = at + directory.length < MOST_BYTES && placed.length < MOST_FILES;
  invariant(whole, 'a package stays below four gigabytes');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}
