/**
 * A text of public law or a form goes onto the list, by a watch officer who names it and where
 * anyone can read it. Whether it repeats protected wording is told before: then it silences nothing
 * until another officer has agreed. Both are acts: either tells that something is touched.
 */
import type { PublicPreview } from '../../../contract/watch/lists.ts';
import type { Json } from '../../../core/common/canonical-json.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../../core/common/refusal.ts';
import { sha256, utf8 } from '../../../core/common/sha256.ts';
import { stateOfText, type TextState } from '../../../core/watch/public-list.ts';
import { CountedWords } from '../../../core/watch/word-row.ts';
import type { Actor } from '../../ports/acts.ts';
import { findProtected } from '../../ports/find-protected.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { KeptPublicText, PublicTextRow } from '../../ports/lists/lists.ts';
import { put } from '../../ports/rows.ts';
import { sealWording, wordingObject } from '../wording/common-wording.ts';
import { type ListParts, nextVersion, teachIndex } from './public-text.ts';

const JUDGING = { action: 'confirm-match' } as const;
const hashOf = (text: string): string => sha256(utf8(text)).toHex();

const isListed = (texts: readonly KeptPublicText[], hash: string): boolean =>
  texts.some((text) => text.sha256 === hash && stateOfText(text) !== 'removed');

/** Null: not this officer's to ask, or sealed; the act that follows says so. */
async function touches(parts: ListParts, actor: Actor, text: string): Promise<boolean | null> {
  const { acts, clock, compareIndex } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitGeneral({ readers, now: clock.now() }, actor, JUDGING),
  );
  if (!admitted.ok || !compareIndex.isOpen()) return null;
  return (await findProtected(parts, text)).length > 0;
}

export async function previewPublic(
  parts: ListParts,
  actor: Actor,
  { text }: { readonly text: string },
): Promise<Outcome<PublicPreview>> {
  const touched = await touches(parts, actor, text);
  return parts.acts.perform(actor, { verb: 'watch.preview-public' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, JUDGING);
    if (!admitted.ok) return admitted;
    if (touched === null) return refuse({ code: 'vault-sealed' });
    const hash = hashOf(text);
    const facts = { characters: text.length, touches: touched };
    const listed = isListed(await world.mine.lists.listTexts(), hash);
    const { count: words } = new CountedWords(text);
    const told = { characters: text.length, words, listed, touches: touched };
    return permit({ facts, value: { sha256: hash, ...told } });
  });
}

export type ToList = {
  readonly name: string;
  readonly published: string;
  readonly reason: string;
  readonly text: string;
};
type Added = { readonly textId: string; readonly state: TextState };

export async function addPublic(
  parts: ListParts,
  actor: Actor,
  { name, published, reason, text }: ToList,
): Promise<Outcome<Added>> {
  const touched = await touches(parts, actor, text);
  const sealed = touched === null ? null : await sealWording(parts, [text]);
  const done = await parts.acts.perform(actor, { verb: 'watch.add-public' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const officer = await admitGeneral(eyes, actor, JUDGING);
    if (!officer.ok) return officer;
    if (touched === null || !sealed) return refuse({ code: 'vault-sealed' });
    const hash = hashOf(text);
    const texts = await world.mine.lists.listTexts();
    const refusals: Refusal[] = [];
    if (isListed(texts, hash)) refusals.push({ code: 'already-done' });
    if (reason.trim() === '') refusals.push({ code: 'reason-missing' });
    if (refusals.length > 0) return { ok: false, refusals };
    const by = officer.value.personId;
    const { objectId, row: object } = wordingObject(world, sealed);
    const row: PublicTextRow = {
      id: sealed.ownerId,
      name,
      published,
      sha256: hash,
      characters: text.length,
      objectId,
      addedBy: by,
      addedAt: world.now,
      reason: reason.trim(),
      touches: touched,
      confirmed: null,
      removed: null,
    };
    const state = stateOfText(row);
    const rows = [object, put('public_text', row)];
    const facts: Record<string, Json> = { text: row.id, touches: touched };
    if (state === 'in-force') {
      const next = await nextVersion(world, { text: row, change: 'added', by, texts });
      rows.push(next.row);
      facts.version = next.version;
    }
    return permit({ facts, rows, value: { textId: row.id, state } });
  });
  if (!done.ok && sealed) await parts.store.destroy(sealed.stored.objectName as ObjectName);
  if (done.ok && done.value.state === 'in-force') await teachIndex(parts);
  return done;
}
