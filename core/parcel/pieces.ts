/** The pieces of a parcel: cut to the size of a medium, joined again, each checked by its hash. */

import { invariant } from '../common/invariant.ts';
import type { Refusal } from '../common/refusal.ts';
import { hashOf, type Manifest, type ParcelPiece, pieceName } from './manifest.ts';

export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

export function cutPieces(
  parcel: string,
  content: Uint8Array,
  pieceBytes: number,
): readonly (ParcelPiece & NamedBytes)[] {
  invariant(Number.isSafeInteger(pieceBytes) && pieceBytes > 0, 'a piece has a size');
  const pieces: (ParcelPiece & NamedBytes)[] = [];
  for (let from = 0; from < content.length; from += pieceBytes) {
    const bytes = content.subarray(from, from + pieceBytes);
    const name = pieceName(parcel, pieces.length);
    pieces.push({ name, sizeBytes: bytes.length, sha256: hashOf(bytes), bytes });
  }
  return pieces;
}

export type Joined =
  | { readonly ok: true; readonly content: Uint8Array }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const MOST_NAMED = 20;

/** Names every piece that is missing or not what the manifest says. */
export function joinPieces(manifest: Manifest, files: readonly NamedBytes[]): Joined {
  const byName = new Map(files.map((file) => [file.name, file.bytes]));
  const refusals: Refusal[] = [];
  const parts: Uint8Array[] = [];
  for (const { name, sizeBytes, sha256 } of manifest.pieces) {
    const bytes = byName.get(name);
    if (!bytes) refusals.push({ code: 'parcel-incomplete', facts: { name } });
    else if (bytes.length !== sizeBytes || hashOf(bytes) !== sha256)
      refusals.push({ code: 'parcel-damaged', facts: { name } });
    else parts.push(bytes);
  }
  if (refusals.length > 0) return { ok: false, refusals: refusals.slice(0, MOST_NAMED) };
  const content = joined(parts, manifest.content.sizeBytes);
  if (hashOf(content) === manifest.content.sha256) return { ok: true, content };
  const name = manifest.pieces[0]?.name ?? '';
  return { ok: false, refusals: [{ code: 'parcel-damaged', facts: { name } }] };
}

function joined(parts: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
