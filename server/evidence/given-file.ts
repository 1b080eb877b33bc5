/**
 * A file that was given to an incident, not captured: a suspect picture whose copy mark was read,
 * or what somebody found and added. Its working copy is sealed under the id of the evidence.
 */
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { corruption } from '../../core/common/fault.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Knower } from '../ports/readers.ts';
import { type EvidenceRow, put, type RowChange, type VaultObjectRow } from '../ports/rows.ts';
import { type StoredObject, storedRow, type VaultStore } from '../ports/vault.ts';

const labelOf = (evidenceId: string) =>
  ({ documentId: evidenceId, kind: 'suspect', version: 1 }) as const;

export const keepGiven = (store: VaultStore, evidenceId: string, file: Uint8Array) =>
  store.put(labelOf(evidenceId), file);

/** The bytes as they were given; throws when they are not those. */
export async function loadGiven(
  store: VaultStore,
  { id, sha256: given }: Pick<EvidenceRow, 'id' | 'sha256'>,
  { objectName, sha256: stored }: VaultObjectRow,
): Promise<Uint8Array> {
  const reference = { objectName, sha256: stored };
  const bytes = await store.get(labelOf(id), reference);
  if (sha256(bytes).toHex() !== given) {
    throw corruption(`evidence ${id}`, 'the file is not what was given');
  }
  return bytes;
}

type Stored = {
  readonly id: string;
  readonly incidentId: string;
  readonly stored: StoredObject;
  readonly storedAt: Instant;
};

export function givenObjectRow({ id, incidentId, stored, storedAt }: Stored): RowChange {
  return storedRow(stored, { id, incidentId, kind: 'suspect', mediaKind: 'file', storedAt });
}

type Given = Omit<EvidenceRow, 'articleId' | 'spans' | 'holders'> & {
  readonly holders: readonly Knower[];
};

/** No article, and no passages: nobody compared it with the document word for word. */
export function givenRow({ holders, ...given }: Given): RowChange {
  return put('evidence', {
    ...given,
    articleId: null,
    spans: { textVersion: 0, passages: [] },
    holders: holders as unknown as Json,
  });
}
