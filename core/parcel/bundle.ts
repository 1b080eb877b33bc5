/**
 * Several files as one upload: what the terminal and the browser send of a parcel and the server
 * takes apart again. "NPB1", then for each file: length of the name (2 bytes), name, length (4
 * bytes), bytes; numbers big-endian. Nothing in it is trusted: the manifest and its hashes are.
 */
import { invariant } from '../common/invariant.ts';
import { utf8 } from '../common/sha256.ts';
import type { NamedBytes } from './pieces.ts';

const MAGIC = utf8('NPB1');

export function encodeBundle(files: readonly NamedBytes[]): Uint8Array<ArrayBuffer> {
  const named = files.map(({ name, bytes }) => ({ name: utf8(name), bytes }));
  const size = named.reduce((sum, { name, bytes }) => sum + 6 + name.length + bytes.length, 4);
  const bundle = new Uint8Array(size);
  const view = new DataView(bundle.buffer);
  bundle.set(MAGIC);
  let at = MAGIC.length;
  for (const { name, bytes } of named) {
    invariant(name.length <= 0xffff, 'a file name has an end');
    view.setUint16(at, name.length);
    bundle.set(name, at + 2);
    view.setUint32(at + 2 + name.length, bytes.length);
    bundle.set(bytes, at + 6 + name.length);
    at += 6 + name.length + bytes.length;
  }
  return bundle;
}

/** Null when the bytes are no bundle. The parts are views of `bundle`. */
export function decodeBundle(bundle: Uint8Array): readonly NamedBytes[] | null {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  if (bundle.length < 4 || MAGIC.some((byte, at) => bundle[at] !== byte)) return null;
  const files: NamedBytes[] = [];
  const decoder = new TextDecoder('utf-8');
  for (let at = 4; at < bundle.length; ) {
    if (at + 2 > bundle.length) return null;
    const nameEnd = at + 2 + view.getUint16(at);
    if (nameEnd + 4 > bundle.length) return null;
    const end = nameEnd + 4 + view.getUint32(nameEnd);
    if (end > bundle.length) return null;
    const name = decoder.decode(bundle.subarray(at + 2, nameEnd));
    files.push({ name, bytes: bundle.subarray(nameEnd + 4, end) });
    at = end;
  }
  return files;
}
