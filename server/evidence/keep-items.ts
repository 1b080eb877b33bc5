/** Kept items between the vault and their rows. */

import type { Instant } from '../../core/common/calendar-date.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { formatManifest } from '../../core/evidence/bag.ts';
import {
  EVIDENCE_ITEMS,
  type EvidenceItem,
  type EvidenceWarning,
} from '../../core/evidence/evidence.ts';
import { PIECE } from '../../core/evidence/package-layout.ts';
import type { World } from '../ports/acts.ts';
import type { TimeStamper } from '../ports/evidence/time-stamper.ts';
import type { KeptItem } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { type StoredObject, storedRow, type VaultStore } from '../ports/vault.ts';

/** Each kind of item has its version under the label of its evidence. */
const labelOf = (evidenceId: string, kind: EvidenceItem) =>
  ({
    documentId: evidenceId,
    kind: 'evidence',
    version: EVIDENCE_ITEMS.indexOf(kind) + 1,
  }) as const;

/** Under which name an item stands in the list of hashes and in a package. */
export const FILE_OF_ITEM: Readonly<Record<EvidenceItem, string>> = {
  original: PIECE.original,
  warc: PIECE.warc,
  'page-image': PIECE.pageImage,
  sums: PIECE.sums,
  'time-stamp': PIECE.stamp,
  'mark-reading': PIECE.reading,
};

export type SealedItem = {
  readonly kind: EvidenceItem;
  readonly stored: StoredObject;
  readonly sha256: string;
  /** Null: when the act is done. */
  readonly madeAt: Instant | null;
};

export type NewItem = {
  readonly kind: EvidenceItem;
  readonly bytes: Uint8Array;
  readonly madeAt?: Instant;
};

export type Made = {
  readonly items: readonly NewItem[];
  readonly warnings: readonly EvidenceWarning[];
};

/** The items, the list of their hashes, and the time-stamp over it where an authority answers. */
export async function listed(timeStamper: TimeStamper, { items, warnings }: Made): Promise<Made> {
  const files = items.map(({ kind, bytes }) => [FILE_OF_ITEM[kind], bytes] as const);
  const sums = utf8(formatManifest(new Map(files)));
  const stamp = timeStamper.authority === null ? null : await timeStamper.stamp(sha256(sums));
  const silent = timeStamper.authority === null ? 'no-authority' : 'authority-silent';
  return {
    items: [
      ...items,
      { kind: 'sums', bytes: sums },
      ...(stamp ? [{ kind: 'time-stamp', bytes: stamp.response, madeAt: stamp.at } as const] : []),
    ],
    warnings: [...warnings, ...(stamp ? [] : ([silent] as const))],
  };
}

export async function sealItems(
  store: VaultStore,
  evidenceId: string,
  items: readonly NewItem[],
): Promise<readonly SealedItem[]> {
  const sealed: SealedItem[] = [];
  for (const { kind, bytes, madeAt = null } of items) {
    const stored = await store.put(labelOf(evidenceId, kind), bytes);
    sealed.push({ kind, stored, sha256: sha256(bytes).toHex(), madeAt });
  }
  return sealed;
}

export async function destroyItems(store: VaultStore, items: readonly SealedItem[]): Promise<void> {
  for (const { stored } of items) await store.destroy(stored.objectName);
}

/** Two rows for each item: where it lies, and what it is. */
export function itemRows(
  world: World,
  owner: { readonly incidentId: string; readonly evidenceId: string },
  items: readonly SealedItem[],
): readonly RowChange[] {
  return items.flatMap(({ kind, stored, sha256: hash, madeAt }) => {
    const objectId = world.newId<string>();
    const { incidentId, evidenceId } = owner;
    const { version } = labelOf(evidenceId, kind);
    const of = { incidentId, kind: 'evidence', version, mediaKind: kind };
    return [
      storedRow(stored, { id: objectId, ...of, storedAt: world.now }),
      put('evidence_item', {
        id: world.newId(),
        evidenceId,
        kind,
        objectId,
        sha256: hash,
        madeAt: madeAt ?? world.now,
      }),
    ];
  });
}

/** The bytes of a kept item, checked on the way against label and hash. */
export function loadItem(store: VaultStore, { evidenceId, kind, object }: KeptItem) {
  // The table holds the kind to the words of core.
  const label = labelOf(evidenceId, kind as EvidenceItem);
  const { objectName, sha256: hash } = object;
  return store.get(label, { objectName, sha256: hash });
}
