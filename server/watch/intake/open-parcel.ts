/**
 * A parcel as it came over the border, looked at before anything in it is used: who signed it, is
 * it whole, does it follow the one before. Every byte of it is attacker-controlled until then.
 */
import { createPublicKey, verify } from 'node:crypto';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { decodeBundle } from '../../../core/parcel/bundle.ts';
import { hashOf, type Manifest, parcelName, parseManifest } from '../../../core/parcel/manifest.ts';
import { joinPieces, type NamedBytes } from '../../../core/parcel/pieces.ts';
import { decideSequence, type Gap, type Taken } from '../../../core/parcel/sequence.ts';
import type { CollectorRow, IntakeReader, TakenParcelRow } from '../../ports/intake/intake.ts';

export type SealedParcel = {
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly manifestSha256: string;
  readonly signature: Uint8Array;
  readonly files: readonly NamedBytes[];
};

/** Manifest, signature and pieces of one parcel; nothing is trusted yet. */
export function readBundle(bundle: Uint8Array): Outcome<SealedParcel> {
  const files = decodeBundle(bundle) ?? [];
  const manifests = files.filter(({ name }) => name.endsWith('.json'));
  const [manifestFile] = manifests;
  const manifest = manifestFile ? parseManifest(manifestFile.bytes) : null;
  if (!manifest || !manifestFile || manifests.length > 1) {
    return refuse({ code: 'parcel-unreadable' });
  }
  const name = `${parcelName(manifest)}.sig`;
  const signature = files.find((file) => file.name === name)?.bytes;
  if (!signature) return refuse({ code: 'parcel-incomplete', facts: { name } });
  const manifestBytes = manifestFile.bytes;
  const manifestSha256 = hashOf(manifestBytes);
  return permit({ manifest, manifestBytes, manifestSha256, signature, files });
}

function isSigned({ publicKey }: CollectorRow, parcel: SealedParcel): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, parcel.manifestBytes, key, parcel.signature);
}

const asTaken = (row: TakenParcelRow | null | undefined): Taken | null =>
  row ? { number: row.number, manifestSha256: row.manifestSha256 } : null;

export type Known = { readonly collector: CollectorRow; readonly gap: Gap | null };

/** Key, signature and sequence, against what the house knows now. */
export async function judgeParcel(
  intake: IntakeReader,
  parcel: SealedParcel,
  acceptGap: boolean,
): Promise<Outcome<Known>> {
  const { manifest, manifestSha256 } = parcel;
  const { number, collector: keySha256 } = manifest;
  const collector = await intake.findCollector(keySha256);
  if (!collector || collector.withdrawnAt !== null) {
    const facts = { collector: keySha256.slice(0, 16) };
    return refuse({ code: 'parcel-from-stranger', facts });
  }
  if (!isSigned(collector, parcel)) {
    return refuse({ code: 'parcel-signature-wrong', facts: { number } });
  }
  const [last] = await intake.listParcels(collector.id, 1);
  const known = await intake.findParcel({ collectorId: collector.id, number });
  const arriving = { manifest, manifestSha256, acceptGap };
  const gap = decideSequence(asTaken(last), asTaken(known), arriving);
  return gap.ok ? permit({ collector, gap: gap.value }) : gap;
}

/** The WARC file, every piece checked; empty when the parcel brings no article. */
export function openContent({ manifest, files }: SealedParcel): Outcome<Uint8Array> {
  const joined = joinPieces(manifest, files);
  return joined.ok ? permit(joined.content) : { ok: false, refusals: joined.refusals };
}
