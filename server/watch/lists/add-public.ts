/**
 * Texts of public law or forms go onto the list together or not at all, by a watch officer who
 * names each and where anyone can read it. Whether one repeats protected wording is told before:
 * then it silences nothing until another officer has agreed. Both are acts: either tells that
 * something is touched.
 */
import type { FilePreview, PublicPreview } from '../../../contract/watch/lists.ts';
import type { Json } from '../../../core/common/canonical-json.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../../core/common/refusal.ts';
import { hashOfWords, stateOfText, type TextState } from '../../../core/watch/public-list.ts';
import { CountedWords } from '../../../core/watch/word-row.ts';
import type { Actor, World } from '../../ports/acts.ts';
import { findProtected } from '../../ports/find-protected.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { KeptPublicText, PublicTextRow } from '../../ports/lists/lists.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { type SealedWording, sealWording, wordingObject } from '../wording/common-wording.ts';
import { KnownTexts } from './known-texts.ts';
import { type ListParts, nextVersions, teachIndex } from './public-text.ts';

const JUDGING = { action: 'confirm-match' } as const;
const MOST_CHARACTERS = 2_000_000;

const listedHashes = (texts: readonly KeptPublicText[]): Set<string> =>
  new Set(texts.filter((text) => stateOfText(text) !== 'removed').map(({ sha256 }) => sha256));

/** What is slow is done for this officer alone, and only while the vault is open. */
async function mayBegin(parts: ListParts, actor: Actor): Promise<boolean> {
  const { acts, clock, compareIndex } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitGeneral({ readers, now: clock.now() }, actor, JUDGING),
  );
  return admitted.ok && compareIndex.isOpen();
}

const touches = async (parts: ListParts, text: string): Promise<boolean> =>
  (await findProtected(parts, text)).length > 0;

export async function previewPublic(
  parts: ListParts,
  actor: Actor,
  { text }: { readonly text: string },
): Promise<Outcome<PublicPreview>> {
  return tellAbout(parts, actor, async () => permit(text));
}

export type FilePreviewParts = ListParts & Pick<Parts, 'extractor'>;

/** Refuses `file-unreadable` and `too-large` besides: the text is what a reader is shown. */
export async function previewPublicFile(
  parts: FilePreviewParts,
  actor: Actor,
  { file }: { readonly file: Uint8Array },
): Promise<Outcome<FilePreview>> {
  let warnings: FilePreview['warnings'] = [];
  let text = '';
  const told = await tellAbout(parts, actor, async () => {
    const read = await parts.extractor.extract(file);
    if (!read.ok) return refuse({ code: 'file-unreadable', facts: { code: read.code } });
    warnings = [...read.value.warnings];
    text = read.value.text.trim();
    if (text === '') return refuse({ code: 'file-unreadable', facts: { code: 'no-words' } });
    return text.length > MOST_CHARACTERS ? refuse({ code: 'too-large' }) : permit(text);
  });
  return told.ok ? permit({ ...told.value, text, warnings }) : told;
}

/** What listing a text would mean. */
async function tellAbout(
  parts: ListParts,
  actor: Actor,
  load: () => Promise<Outcome<string>>,
): Promise<Outcome<PublicPreview>> {
  const loaded = (await mayBegin(parts, actor)) ? await load() : null;
  const touched = loaded?.ok ? await touches(parts, loaded.value) : false;
  const known = loaded?.ok ? await KnownTexts.load(parts, actor) : null;
  const sameAs = loaded?.ok ? ((await known?.find(loaded.value)) ?? null) : null;
  return parts.acts.perform(actor, { verb: 'watch.preview-public' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, JUDGING);
    if (!admitted.ok) return admitted;
    if (!loaded) return refuse({ code: 'vault-sealed' });
    if (!loaded.ok) return loaded;
    const { value: text } = loaded;
    const hash = hashOfWords(text);
    const hashes = listedHashes(await world.mine.lists.listTexts());
    const listed = sameAs !== null || hashes.has(hash);
    const { count: words } = new CountedWords(text);
    const facts = { characters: text.length, touches: touched };
    return permit({ facts, value: { sha256: hash, words, listed, sameAs, ...facts } });
  });
}

type NewText = { readonly name: string; readonly published: string; readonly text: string };
export type ToList = { readonly texts: readonly NewText[]; readonly reason: string };
type Prepared = NewText & {
  readonly hash: string;
  readonly touched: boolean;
  /** The name of a text, listed or given before it, that it is in another form. */
  readonly sameAs: string | null;
  readonly sealed: SealedWording;
};
type Added = { readonly textId: string; readonly state: TextState };

/** Refuses `already-done` with the names of what is listed or given twice, `reason-missing`. */
export async function addPublic(
  parts: ListParts,
  actor: Actor,
  { texts, reason }: ToList,
): Promise<Outcome<{ texts: Added[] }>> {
  const prepared = (await mayBegin(parts, actor)) ? await prepare(parts, actor, texts) : null;
  const done = await parts.acts.perform(actor, { verb: 'watch.add-public' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const officer = await admitGeneral(eyes, actor, JUDGING);
    if (!officer.ok) return officer;
    if (!prepared) return refuse({ code: 'vault-sealed' });
    const kept = await world.mine.lists.listTexts();
    const refusals = againstListing(prepared, kept, reason);
    if (refusals.length > 0) return { ok: false, refusals };
    const by = officer.value.personId;
    const rows = prepared.map((one) => rowsOf(world, one, { by, reason: reason.trim() }));
    const added = rows.map(({ text }) => ({ textId: text.id, state: stateOfText(text) }));
    const changed = rows.map(({ text }) => text).filter((row) => stateOfText(row) === 'in-force');
    const next = await nextVersions(world, { changed, change: 'added', by, texts: kept });
    const facts: Record<string, Json> = {
      texts: rows.length,
      touching: rows.length - changed.length,
      ...(changed.length > 0 ? { version: next.version } : {}),
    };
    const written = [...rows.flatMap((row) => row.written), ...next.rows];
    return permit({ facts, rows: written, value: { texts: added } });
  });
  if (!done.ok) await destroyAll(parts, prepared ?? []);
  if (done.ok && done.value.texts.some(({ state }) => state === 'in-force')) {
    await teachIndex(parts);
  }
  return done;
}

/** Where one cannot be sealed, none stays sealed. */
async function prepare(
  parts: ListParts,
  actor: Actor,
  texts: readonly NewText[],
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  const known = await KnownTexts.load(parts, actor);
  try {
    for (const one of texts) {
      const touched = await touches(parts, one.text);
      const sealed = await sealWording(parts, [one.text]);
      const sameAs = await known.find(one.text);
      known.add(one.name, one.text);
      prepared.push({ ...one, hash: hashOfWords(one.text), touched, sealed, sameAs });
    }
    return prepared;
  } catch (reason) {
    await destroyAll(parts, prepared);
    throw reason;
  }
}

async function destroyAll({ store }: ListParts, prepared: readonly Prepared[]): Promise<void> {
  for (const { sealed } of prepared) await store.destroy(sealed.stored.objectName);
}

function againstListing(
  prepared: readonly Prepared[],
  kept: readonly KeptPublicText[],
  reason: string,
): Refusal[] {
  const hashes = listedHashes(kept);
  const twice = prepared.filter(
    ({ hash, sameAs }) => hashes.size === hashes.add(hash).size || sameAs !== null,
  );
  const refusals: Refusal[] = [];
  if (twice.length > 0) {
    const which = twice
      .map(({ name, sameAs }) =>
        sameAs === null || sameAs === name ? name : `${name} = ${sameAs}`,
      )
      .join('; ');
    refusals.push({ code: 'already-done', facts: { which } });
  }
  if (reason.trim() === '') refusals.push({ code: 'reason-missing' });
  return refusals;
}

function rowsOf(
  world: World,
  { name, published, text, hash, touched, sealed }: Prepared,
  { by, reason }: { readonly by: string; readonly reason: string },
) {
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
    reason,
    touches: touched,
    confirmed: null,
    removed: null,
  };
  return { text: row, written: [object, put('public_text', row)] };
}
