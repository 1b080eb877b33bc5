/**
 * Somebody asks to publish a text, or hands in a revised one. The words are compared at once and
 * sealed; whether they touch anything is told when the request is looked at, to each by their own
 * eyes.
 */
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideRequest } from '../../core/publication/decide-request.ts';
import type { PublicationMedium } from '../../core/publication/request.ts';
import type { Actor } from '../ports/acts.ts';
import { findProtected } from '../ports/find-protected.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { type ReadText, readText } from '../ports/reading/read-text.ts';
import { put } from '../ports/rows.ts';
import type { CheckParts } from './check.ts';
import { asProgress, stateOf } from './request-rows.ts';
import { forget, nextVersion, type SealedText, sealText, textRows } from './sealed-text.ts';

export type RequestParts = CheckParts & Pick<Parts, 'randomness'>;
export type Words = { readonly text: string } | { readonly file: Uint8Array };
export type Asking = {
  readonly medium: PublicationMedium;
  readonly title: string;
  readonly wantedOn?: string | null | undefined;
};
type Done = Promise<Outcome<{ requestId: string }>>;

const ASK = { action: 'submit-publication' } as const;

export type Prepared = { readonly sealed: SealedText; readonly touches: boolean };

type Place = { readonly requestId: string; readonly version: number };
type Reading = Place & { readonly read: ReadText; readonly file: Uint8Array | null };

/** Compares and seals what was read. Refuses before anything is sealed. */
export async function prepareRead(
  parts: CheckParts,
  { read, ...reading }: Reading,
): Promise<Outcome<Prepared>> {
  if (!parts.compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
  if (read.text.trim() === '' && reading.file === null) {
    return refuse({ code: 'invalid-input', facts: { field: 'text' } });
  }
  const found = await findProtected(parts, read.text);
  const sealed = await sealText(parts.store, { ...reading, read });
  return permit({ sealed, touches: found.length > 0 });
}

/** The slow work, outside the lane: read, compare, seal. */
export async function prepare(
  parts: CheckParts,
  words: Words,
  place: Place,
): Promise<Outcome<Prepared>> {
  if (!parts.compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
  const file = 'file' in words ? words.file : null;
  const read: Outcome<ReadText> =
    'text' in words
      ? permit({ text: words.text, warnings: [], kind: null, pages: 1 })
      : await readText(parts.extractor, words.file);
  return read.ok ? prepareRead(parts, { ...place, read: read.value, file }) : read;
}

export async function submit(
  parts: RequestParts,
  actor: Actor,
  { words, ...asking }: Asking & { readonly words: Words },
): Done {
  const { acts, clock, randomness, store } = parts;
  const requestId = randomness.id();
  const admitted = await acts.read(actor, (readers) =>
    admitGeneral({ readers, now: clock.now() }, actor, ASK),
  );
  const ready = admitted.ok ? await prepare(parts, words, { requestId, version: 1 }) : admitted;
  const attempt = { verb: 'publication.submit', subject: { request: requestId } } as const;
  const done = await acts.perform(actor, attempt, async (world) => {
    const again = await admitGeneral({ readers: world.mine, now: world.now }, actor, ASK);
    if (!again.ok) return again;
    if (!ready.ok) return ready;
    const { sealed, touches } = ready.value;
    const { personId } = again.value;
    const row = put('publication_request', {
      id: requestId,
      submitterId: personId,
      medium: asking.medium,
      title: asking.title.trim(),
      wantedOn: (asking.wantedOn ?? null) as CalendarDate | null,
      createdAt: world.now,
      progress: asProgress({
        state: 'submitted',
        version: 1,
        sha256: sealed.sha256,
        submittedAt: world.now,
      }),
    });
    const facts = { textId: world.newId(), kind: 'submitted', touches, addedBy: personId } as const;
    return permit({
      facts: { medium: asking.medium, characters: sealed.read.text.length, touches },
      rows: [row, ...textRows(world, sealed, facts)],
      value: { requestId },
    });
  });
  if (!done.ok && ready.ok) await forget(store, ready.value.sealed);
  return done;
}

/** A new text in the place of one handed in or objected to; the earlier versions stay. */
export async function revise(
  parts: RequestParts,
  actor: Actor,
  { requestId, words }: { readonly requestId: string; readonly words: Words },
): Done {
  const { acts, store } = parts;
  const version = await acts.read(actor, async ({ publication }) => {
    const row = await publication.loadRequest(requestId);
    return row ? nextVersion(await publication.loadTexts(requestId)) : null;
  });
  const ready: Outcome<Prepared> =
    version === null
      ? refuse({ code: 'not-found' })
      : await prepare(parts, words, { requestId, version });
  const attempt = { verb: 'publication.revise', subject: { request: requestId } } as const;
  const done = await acts.perform(actor, attempt, async (world) => {
    const admitted = await admitGeneral({ readers: world.mine, now: world.now }, actor, ASK);
    if (!admitted.ok) return admitted;
    const row = await world.mine.publication.loadRequest(requestId);
    if (!row || !ready.ok) return row && !ready.ok ? ready : refuse({ code: 'not-found' });
    const { sealed, touches } = ready.value;
    if (nextVersion(await world.mine.publication.loadTexts(requestId)) !== sealed.version) {
      return refuse({ code: 'already-done' });
    }
    const next = decideRequest({
      submitterId: row.submitterId as PersonId,
      state: stateOf(row),
      act: { verb: 'revise', text: { version: sealed.version, sha256: sealed.sha256 } },
      actor: admitted.value,
      at: world.now,
    });
    if (!next.ok) return next;
    const addedBy = admitted.value.personId;
    const facts = { textId: world.newId(), kind: 'submitted', touches, addedBy } as const;
    return permit({
      facts: { version: sealed.version, characters: sealed.read.text.length, touches },
      rows: [
        put('publication_request', { ...row, progress: asProgress(next.value) }),
        ...textRows(world, sealed, facts),
      ],
      value: { requestId },
    });
  });
  if (!done.ok && ready.ok) await forget(store, ready.value.sealed);
  return done;
}
