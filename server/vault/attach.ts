/**
 * A file becomes the content of a document: read in the bounded process, sealed in the vault with
 * its text, and from then on compared with the press. The drafter attaches to a draft, the clerk
 * to an incoming document. The file's own name is not kept: it may tell the secret.
 */
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import type { Actor } from '../ports/acts.ts';
import { type Admitted, admit, admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Readers } from '../ports/readers.ts';
import { type StoredObject, storedRow } from '../ports/vault.ts';

type AttachParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'extractor' | 'compareIndex'>;

export type Attached = {
  readonly documentId: string;
  readonly version: number;
  readonly kind: string;
  readonly pages: number;
  readonly warnings: string[];
};

type Input = { readonly documentId: string; readonly file: Uint8Array };

async function admitAttaching(
  eyes: Eyes,
  actor: Actor,
  documentId: string,
): Promise<Outcome<Admitted>> {
  const seen = await admit(eyes, actor, { action: 'see', documentId });
  if (!seen.ok) return seen;
  if (seen.value.file.origin === 'own') {
    const drafting = await admit(eyes, actor, { action: 'revise', documentId });
    if (!drafting.ok) return drafting;
    const { state } = drafting.value.file.protection;
    return state === 'draft' ? drafting : refuse({ code: 'state-forbids', facts: { state } });
  }
  const clerk = await admitGeneral(eyes, actor, { action: 'register-in' });
  return clerk.ok ? seen : clerk;
}

async function nextVersion({ documents }: Readers, documentId: string): Promise<number> {
  const objects = await documents.loadObjects(documentId);
  return 1 + objects.reduce((most, object) => Math.max(most, object.version), 0);
}

type Sealed = { readonly content: StoredObject; readonly text: StoredObject };

async function sealBoth(
  { store }: AttachParts,
  input: Input & { readonly version: number },
  text: string,
): Promise<Sealed> {
  const { documentId, version, file } = input;
  return {
    content: await store.put({ documentId, kind: 'content', version }, file),
    text: await store.put({ documentId, kind: 'text', version }, utf8(text)),
  };
}

export async function attach(
  parts: AttachParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<Attached>> {
  const { acts, clock, extractor, compareIndex, store } = parts;
  const { documentId, file } = input;
  const version = await acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitAttaching(eyes, actor, documentId);
    if (!admitted.ok) return admitted;
    return permit(await nextVersion(readers, documentId));
  });
  const read = version.ok ? await extractor.extract(file) : null;
  const extraction = read?.ok ? read.value : null;
  const sealed =
    version.ok && extraction
      ? await sealBoth(parts, { ...input, version: version.value }, extraction.text)
      : null;
  const attempt = { verb: 'vault.attach', subject: { document: documentId } } as const;
  const done = await acts.perform<Attached>(actor, attempt, async (world) => {
    // Asked again: rights may have ended while the file was read.
    const admitted = await admitAttaching(
      { readers: world.mine, now: world.now },
      actor,
      documentId,
    );
    if (!admitted.ok) return admitted;
    if (!version.ok) return version;
    if (!extraction || !sealed) {
      const code = read && !read.ok ? read.code : 'file-unreadable';
      return refuse({ code: 'file-unreadable', facts: { code } });
    }
    // Another file came in while this one was read.
    if ((await nextVersion(world.mine, documentId)) !== version.value) {
      return refuse({ code: 'already-done' });
    }
    const { kind: mediaKind, pages } = extraction;
    const common = { documentId, version: version.value, mediaKind, pages, storedAt: world.now };
    return permit({
      facts: { version: version.value, kind: extraction.kind, pages: extraction.pages },
      rows: [
        storedRow(sealed.content, { ...common, id: world.newId(), kind: 'content' }),
        storedRow(sealed.text, { ...common, id: world.newId(), kind: 'text' }),
      ],
      value: {
        documentId,
        version: version.value,
        kind: extraction.kind,
        pages: extraction.pages,
        warnings: [...extraction.warnings],
      },
    });
  });
  if (done.ok && extraction && sealed && compareIndex.isOpen()) {
    compareIndex.put(documentId, extraction.text, sealed.text.objectName);
  }
  // After a refusal no row names the objects; after a fault one may, so then they stay.
  if (!done.ok && sealed) {
    await store.destroy(sealed.content.objectName);
    await store.destroy(sealed.text.objectName);
  }
  return done;
}
