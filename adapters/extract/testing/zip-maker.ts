/** Writes archives for tests, honest ones and lying ones. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

export type MadePart = {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Already deflated: `bytes` go in as they are. */
  readonly deflated?: boolean;
  readonly declaredBytes?: number;
};

export function makeZip(parts: readonly MadePart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const plain = Buffer.from(part.bytes as Uint8Array);
    const packed = part.deflated ? plain : deflateRawSync(plain);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.deflated ? 0 : crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.declaredBytes ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04'), fields, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), fields, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

const MIB = 1024 * 1024;

/** A deflate stream that inflates to `mebibytes` of one letter: about 1 kB for each. */
export function deflateBomb(mebibytes: number, letter = ' '): Buffer {
  const block = deflateRawSync(Buffer.alloc(MIB, letter), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  return Buffer.concat([...Array<Buffer>(mebibytes).fill(block), deflateRawSync(Buffer.alloc(0))]);
}
