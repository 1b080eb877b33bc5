/**
 * Every vault object that a row names, as its file stands on the disk, by hash: also while the
 * vault is sealed. The objects of an article that was dismissed are destroyed; their rows stay as
 * record.
 */
import type { Pool, PoolClient } from 'pg';
import type { FsckFinding, FsckNote } from '../../../core/act/fsck-finding.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import type { VaultStore } from '../../../server/ports/vault.ts';
import { RELEASED } from '../intake/released.ts';
import { scan } from './scan.ts';

type ObjectRow = {
  readonly id: string;
  readonly object_name: ObjectName;
  readonly sha256: string;
  /** Nothing refers to it any more. */
  readonly released: boolean;
};

export type ObjectCheck = {
  /** In the snapshot. */
  readonly client: PoolClient;
  /** For asking again: a file that is gone may have been destroyed since, with its act. */
  readonly pool: Pool;
  readonly store: Pick<VaultStore, 'checkStored'>;
  /** The names of all files of the store, temporary ones with their ending. */
  readonly files: () => AsyncIterable<string>;
  readonly onObject: () => void;
};

const OBJECTS = `SELECT o.id, o.object_name, o.sha256, ${RELEASED} AS released
  FROM vault_object o ORDER BY o.id`;
const RELEASED_NOW = `SELECT ${RELEASED} AS released FROM vault_object o WHERE o.id = $1`;

async function isReleasedNow(pool: Pool, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ released: boolean }>(RELEASED_NOW, [id]);
  return rows[0]?.released ?? false;
}

export async function* checkObjects(check: ObjectCheck): AsyncGenerator<FsckFinding | FsckNote> {
  const named = new Map<string, boolean>();
  for await (const row of scan<ObjectRow>(check.client, OBJECTS)) {
    const { id, object_name: objectName, sha256, released } = row;
    named.set(objectName, released);
    check.onObject();
    if (released) continue;
    const state = await check.store.checkStored({ objectName, sha256 });
    if (state === 'good') continue;
    if (state === 'missing' && (await isReleasedNow(check.pool, id))) continue;
    yield { what: `object-${state}`, id, objectName };
  }
  for await (const name of check.files()) {
    const released = named.get(name);
    if (name.endsWith('.tmp')) yield { note: 'temporary-left', objectName: name };
    else if (released === undefined) yield { note: 'file-without-row', objectName: name };
    else if (released) yield { note: 'file-left-behind', objectName: name };
  }
}
