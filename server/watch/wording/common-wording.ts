/**
 * What officers found common, kept sealed: first each judgement with its passages, then the list
 * that all of them make together. A list is made anew whenever that changes, by the clock, as a
 * version of its own.
 */

import { dateInHanoi } from '../../../core/common/calendar-date.ts';
import { permit, refuse } from '../../../core/common/refusal.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import type { Judgement } from '../../../core/watch/common-wording.ts';
import { commonPieces } from '../../../core/watch/common-wording.ts';
import type { Actor, World } from '../../ports/acts.ts';
import { loadWording } from '../../ports/desk/common-wording.ts';
import type { KeptJudgement, KeptList } from '../../ports/desk/desk.ts';
import type { Parts } from '../../ports/parts.ts';
import { put, type RowChange } from '../../ports/rows.ts';
import { type StoredObject, storedRow, VaultSealed } from '../../ports/vault.ts';

const HOUSE: Actor = { kind: 'clock' };
/** Somebody else judged while the list was made: it is made again. */
const MOST_TRIES = 5;

export type WordingParts = Pick<Parts, 'acts' | 'store' | 'randomness'>;
export type SealedWording = {
  readonly ownerId: string;
  readonly version: number;
  readonly stored: StoredObject;
};

export async function sealWording(
  { store, randomness }: Pick<Parts, 'store' | 'randomness'>,
  texts: readonly string[],
  version = 1,
): Promise<SealedWording> {
  const ownerId = randomness.id();
  const label = { documentId: ownerId, kind: 'wording', version } as const;
  return { ownerId, version, stored: await store.put(label, utf8(JSON.stringify(texts))) };
}

/** The row of the object, and its id. */
export function wordingObject(
  world: World,
  { stored, version }: SealedWording,
): { readonly objectId: string; readonly row: RowChange } {
  const objectId = world.newId<string>();
  const facts = { kind: 'wording', version, mediaKind: 'json', storedAt: world.now };
  return { objectId, row: storedRow(stored, { id: objectId, ...facts }) };
}

type Standing = {
  readonly judgements: readonly KeptJudgement[];
  readonly list: KeptList | null;
};

const standing = ({ acts }: WordingParts): Promise<Standing> =>
  acts.read(HOUSE, async ({ wordings }) => ({
    judgements: (await wordings.listJudgements()).filter(({ withdrawn }) => withdrawn === null),
    list: await wordings.loadList(),
  }));

async function judgementOf(
  store: Parts['store'],
  { id, object, judgedBy, documentId, articleId, judgedAt }: KeptJudgement,
): Promise<Judgement> {
  return {
    passages: object ? await loadWording(store, id, object) : [],
    officerId: judgedBy,
    documentId,
    articleId,
    day: dateInHanoi(judgedAt),
  };
}

const newest = ({ judgements, list }: Standing): string =>
  JSON.stringify([list?.version, judgements.map(({ id }) => id)]);

/** False: the judgements changed meanwhile. */
async function relistOnce(parts: WordingParts): Promise<boolean> {
  const { acts, store } = parts;
  const before = await standing(parts);
  const { list } = before;
  const judgements = await Promise.all(before.judgements.map((one) => judgementOf(store, one)));
  const pieces = commonPieces(judgements).sort();
  const former = list ? await loadWording(store, list.id, list.object) : [];
  if (JSON.stringify(pieces) === JSON.stringify(former)) return true;
  const version = (list?.version ?? 0) + 1;
  const sealed = await sealWording(parts, pieces, version);
  const done = await acts.perform(HOUSE, { verb: 'watch.list-wording' }, async (world) => {
    const now = {
      judgements: (await world.all.wordings.listJudgements()).filter(
        ({ withdrawn }) => withdrawn === null,
      ),
      list: await world.all.wordings.loadList(),
    };
    if (newest(now) !== newest(before)) return refuse({ code: 'already-done' });
    const { objectId, row } = wordingObject(world, sealed);
    const counts = { version, judgements: judgements.length, pieces: pieces.length };
    const listRow = put('wording_list', {
      id: sealed.ownerId,
      madeAt: world.now,
      objectId,
      ...counts,
    });
    return permit({ facts: counts, rows: [row, listRow], value: null });
  });
  if (!done.ok) await store.destroy(sealed.stored.objectName);
  return done.ok;
}

/** After a judgement. Sealed meanwhile: the clock makes the list once the vault is open. */
export async function relistSoon(parts: WordingParts): Promise<void> {
  try {
    await relistWording(parts);
  } catch (reason) {
    if (!(reason instanceof VaultSealed)) throw reason;
  }
}

/** Throws `VaultSealed` where there is something to list. */
export async function relistWording(parts: WordingParts): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) if (await relistOnce(parts)) return;
}
