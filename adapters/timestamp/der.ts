/**
 * DER, as much as a time-stamp needs (ITU-T X.690): definite lengths in their shortest form, one
 * tag byte. Read strictly, for the bytes come from another machine.
 */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

export type DerNode = {
  readonly tag: number;
  /** Without tag and length. */
  readonly content: Uint8Array;
  /** With both. */
  readonly whole: Uint8Array;
};

export class MalformedDer extends Error {
  override readonly name = 'MalformedDer';
}

type Head = { readonly from: number; readonly to: number };

function headAt(bytes: Uint8Array, at: number): Head {
  const first = bytes[at + 1];
  if (first === undefined) throw new MalformedDer('cut short');
  if (first < 0x80) return { from: at + 2, to: at + 2 + first };
  const count = first & 0x7f;
  if (count < 1 || count > 3) throw new MalformedDer('a length that no time-stamp has');
  let length = 0;
  for (let offset = 0; offset < count; offset += 1) {
    length = length * 256 + (bytes[at + 2 + offset] ?? 0);
  }
  const isShortest = length >= 0x80 && length >= 256 ** (count - 1);
  if (!isShortest) throw new MalformedDer('a length in a longer form than needed');
  return { from: at + 2 + count, to: at + 2 + count + length };
}

/** The values that stand one after the other in `bytes`, to its last byte. */
export function readAll(bytes: Uint8Array): readonly DerNode[] {
  const nodes: DerNode[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { from, to } = headAt(bytes, at);
    const tag = bytes[at] ?? 0;
    if (to > bytes.length || (tag & 0x1f) === 0x1f) throw new MalformedDer('cut short');
    nodes.push({ tag, content: bytes.subarray(from, to), whole: bytes.subarray(at, to) });
    at = to;
  }
  return nodes;
}

/** The one value that `bytes` hold; throws when its tag is another. */
export function readOne(bytes: Uint8Array, tag: number): DerNode {
  const [node, ...more] = readAll(bytes);
  return wanted(more.length === 0 ? node : undefined, tag);
}

export function wanted(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new MalformedDer(`tag ${tag} is missing`);
  return node;
}

export function children(node: DerNode): readonly DerNode[] {
  return readAll(node.content);
}

/** `1.2.840…`, for the object identifiers whose first arc is 0 to 2. */
export function oidOf(node: DerNode | undefined): string {
  const { content } = wanted(node, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - 40 * first, ...rest].join('.');
}

export function encode(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return new Uint8Array(Buffer.concat([Uint8Array.from(head), ...parts]));
}

export function encodeOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [40 * first + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left & 0x7f) | 0x80);
    }
    return groups;
  });
  return encode(TAG.oid, Uint8Array.from(bytes));
}
