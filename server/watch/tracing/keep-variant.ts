/**
 * The words of one copy are kept, where it differs lawfully from the document: an extract, its
 * numbering or page breaks, the recipients named on it (decree 26/2020 art. 3). By who has the
 * copies in hand. A file given again takes the place of the former one.
 */

import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import type { Actor, World } from '../../ports/acts.ts';
import { admit, type Eyes } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { type StoredObject, storedRow } from '../../ports/vault.ts';

type Input = { readonly documentId: string; readonly copyId: string; readonly file: Uint8Array };
type VariantParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'extractor'>;
type Kept = { readonly copyId: string; readonly characters: number };

async function admitted(eyes: Eyes, actor: Actor, { documentId, copyId }: Input) {
  const may = await admit(eyes, actor, { action: 'hand-over', documentId });
  if (!may.ok) return may;
  const copy = await eyes.readers.documents.loadCopy(copyId);
  return copy?.documentId === documentId ? may : refuse({ code: 'not-found' });
}

function rowsOf(world: World, input: Input, kept: { stored: StoredObject; by: string }) {
  const { stored, by } = kept;
  const objectId = world.newId<string>();
  const { documentId, copyId: id } = input;
  const { now } = world;
  const of = { id: objectId, documentId, kind: 'variant', mediaKind: 'txt' };
  return [
    storedRow(stored, { ...of, storedAt: now }),
    put('copy_variant', { id, documentId, objectId, keptBy: by, keptAt: now }),
  ];
}

export async function keepVariant(
  { acts, clock, store, seal, extractor }: VariantParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<Kept>> {
  const { documentId, copyId, file } = input;
  const isOpen = seal.status().state === 'open';
  const early = await acts.read(actor, (readers) =>
    admitted({ readers, now: clock.now() }, actor, input),
  );
  const read = early.ok && isOpen ? await extractor.extract(file) : null;
  const text = read?.ok ? read.value.text : null;
  const label = { documentId: copyId, kind: 'variant', version: 1 } as const;
  const stored = text === null ? null : await store.put(label, utf8(text));
  const subject = { document: documentId, copy: copyId };
  const done = await acts.perform<Kept>(
    actor,
    { verb: 'watch.keep-variant', subject },
    async (world) => {
      const may = await admitted({ readers: world.mine, now: world.now }, actor, input);
      if (!may.ok) return may;
      if (!isOpen) return refuse({ code: 'vault-sealed' });
      if (text === null || !stored) {
        const code = read && !read.ok ? read.code : 'file-unreadable';
        return refuse({ code: 'file-unreadable', facts: { code } });
      }
      const characters = text.length;
      const by = may.value.subject.personId;
      const rows = rowsOf(world, input, { stored, by });
      return permit({ facts: { characters }, rows, value: { copyId, characters } });
    },
  );
  if (!done.ok && stored) await store.destroy(stored.objectName);
  return done;
}
