/**
 * The vault: contents of state secrets at rest, each under its own file key, all file keys under
 * one root key that exists only in memory while `threshold` custodians have opened the vault.
 * Law 117/2025/QH15, article 5(2): contents are kept on the independent LAN only, so the store is
 * a folder of this machine. Called by verbs of `vault`, `registry`, `access`, `watch` and by fsck.
 */
import type { ObjectName } from '../../core/common/id.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import type { ObjectLabel } from '../../core/vault/label.ts';
import { put, type RowChange, type VaultObjectRow } from './rows.ts';

/** `absent`: never initialised. `sealed`: root key not in memory. `open`: objects can be read. */
export type VaultState = 'absent' | 'sealed' | 'open';

export type VaultStatus = {
  readonly state: VaultState;
  /** How many shares open it, how many exist, how many were given since it was last sealed. */
  readonly threshold: number;
  readonly shares: number;
  readonly given: number;
};

export type SharePlan = { readonly threshold: number; readonly shares: number };

/** Who may open the vault. */
export interface VaultSeal {
  status(): VaultStatus;
  /**
   * Makes the root key and returns its shares as text, the only time they exist together. The
   * vault is then `sealed`: giving the shares back proves that the custodians hold them.
   * Refuses `already-done` (a vault exists) and `invalid-input` (1 ≤ threshold ≤ shares ≤ 255).
   * With `replaceUnused`, a sealed vault without any object gives way: its shares reached nobody
   * when the act that should have handed them out failed.
   */
  initialise(
    plan: SharePlan,
    options?: { readonly replaceUnused: boolean },
  ): Promise<Outcome<readonly string[]>>;
  /**
   * Opens the vault with the last needed share. Refuses `vault-not-set-up`, `already-done` (it is
   * open), `share-wrong` (mistyped, altered, of another vault) and `share-already-given`.
   */
  giveShare(share: string): Promise<Outcome<VaultStatus>>;
  /** Overwrites the root key and every given share in memory. Reads under way stop. */
  seal(): void;
  /** Called after each change of state, never with anything secret. */
  onChange(listener: (state: VaultState) => void): void;
}

/** Names a stored object: what a row keeps and what the ledger commits to. */
export type StoredObjectRef = {
  readonly objectName: ObjectName;
  /** Hexadecimal SHA-256 of the stored (encrypted) file: `sha256sum` gives the same. */
  readonly sha256: string;
};

export type StoredObject = StoredObjectRef & {
  /** Of the encrypted file. */
  readonly sizeBytes: number;
  readonly plainSizeBytes: number;
};

export type ByteRange = { readonly fromByte: number; readonly lengthBytes: number };

/**
 * Thrown (not returned: a caller deep inside a stream cannot go on) by any method that needs the
 * root key while it is not in memory. The edge answers with the refusal `vault-sealed`.
 */
export class VaultSealed extends Error {
  override readonly name = 'VaultSealed';
  readonly code = 'vault-sealed';

  constructor() {
    super('the vault is sealed');
  }
}

/**
 * The objects. Reading throws Fault `vault-object-missing`, or `vault-object-damaged` when a byte,
 * the length, the label or (for `get`) the hash is not what was stored; when the disk fails,
 * `storage-failed`.
 */
export interface VaultStore {
  /** Durable (file and folder synced) when it resolves. Needs the vault open. */
  put(label: ObjectLabel, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredObject>;
  /** The whole content, checked against the label and the hash. */
  get(label: ObjectLabel, object: StoredObjectRef): Promise<Uint8Array>;
  /** Every piece is authentic when it comes; only the normal end says that it was complete. */
  stream(label: ObjectLabel, object: StoredObjectRef): AsyncIterable<Uint8Array>;
  /** A part, without decrypting the rest. Ends at the end of the content. */
  range(label: ObjectLabel, object: StoredObjectRef, part: ByteRange): Promise<Uint8Array>;
  /** Destroys the object with its wrapped key; resolves also when it is already gone. */
  destroy(objectName: ObjectName): Promise<void>;
  /** Of every stored object, also while sealed, and whether a row names it or not. */
  names(): AsyncIterable<ObjectName>;
  /** By hash alone, so it works while sealed. */
  checkStored(object: StoredObjectRef): Promise<'good' | 'missing' | 'damaged'>;
}

type ObjectFacts = Pick<VaultObjectRow, 'id' | 'kind' | 'mediaKind' | 'storedAt'> &
  Partial<Pick<VaultObjectRow, 'documentId' | 'incidentId' | 'version' | 'pages'>>;

/** The row of a stored object: a first version of one page, of nothing, unless said otherwise. */
export function storedRow(stored: StoredObject, facts: ObjectFacts): RowChange {
  const { objectName, sizeBytes, plainSizeBytes, sha256 } = stored;
  return put('vault_object', {
    ...{ documentId: null, incidentId: null, version: 1, pages: 1 },
    ...facts,
    ...{ objectName, sizeBytes, plainSizeBytes, sha256 },
  });
}
