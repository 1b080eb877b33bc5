/**
 * A file that somebody of the agency found (a screenshot, a photo of paper, a scanned minute, a
 * mail, a download) becomes evidence of an open incident (law art. 25.3): by whoever may see
 * incidents. Of the find it is kept where, when and by which person of the agency; of those who
 * published or read it nothing. A file that cannot be shown is kept all the same, and said so.
 */
import { type Instant, instantOf } from '../../core/common/calendar-date.ts';
import type { ExtractionCode } from '../../core/common/extraction.ts';
import {
  type Outcome,
  permit,
  permitUnless,
  type Refusal,
  refuse,
} from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Knower } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import type { StoredObject } from '../ports/vault.ts';
import { type AdmittedCase, admitCase } from './admit-evidence.ts';
import { givenObjectRow, givenRow, keepGiven } from './given-file.ts';
import { SHOWN_WIDTH_PX } from './view-page.ts';

type Input = {
  readonly incidentId: string;
  /** Where it was found. */
  readonly source: string;
  readonly url?: string | undefined;
  /** Now when absent. */
  readonly foundAt?: string | undefined;
  readonly foundBy: string;
  readonly what: string;
  readonly file: Uint8Array;
};
type AddParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal' | 'extractor' | 'randomness'>;
type Added = { evidenceId: string; unread: ExtractionCode | null };
type Admitted = AdmittedCase & { readonly hash: string; readonly foundAt: Instant };

const wordsOf = (text: string) => text.trim().toWellFormed().replaceAll('\0', '');

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

async function wrongIn({ readers, now }: Eyes, input: Input, foundAt: Instant) {
  const refusals: Refusal[] = [];
  const wrong = (field: string) => refusals.push({ code: 'invalid-input', facts: { field } });
  if (input.file.length === 0) {
    refusals.push({ code: 'file-unreadable', facts: { code: 'file-empty' } });
  }
  if (wordsOf(input.source) === '') wrong('source');
  if (input.url !== undefined && !isAddress(input.url)) wrong('url');
  if ((await readers.people.loadSubject(input.foundBy)) === null) wrong('foundBy');
  if (foundAt > now) refusals.push({ code: 'date-in-future', facts: { date: foundAt } });
  return refusals;
}

async function admitAdding(eyes: Eyes, actor: Actor, input: Input): Promise<Outcome<Admitted>> {
  const admitted = await admitCase(eyes, actor, input.incidentId);
  if (!admitted.ok) return admitted;
  const { incident, evidence } = admitted.value;
  const { state } = incident;
  const foundAt = input.foundAt === undefined ? eyes.now : instantOf(Date.parse(input.foundAt));
  const refusals = await wrongIn(eyes, input, foundAt);
  if (state !== 'open') refusals.push({ code: 'state-forbids', facts: { state } });
  const hash = sha256(input.file).toHex();
  const known = evidence.find((piece) => piece.sha256 === hash);
  if (known) refusals.push({ code: 'evidence-there', facts: { source: known.source } });
  return permitUnless(refusals, { ...admitted.value, hash, foundAt });
}

type Kept = {
  readonly evidenceId: string;
  readonly stored: StoredObject;
  readonly pages: number;
  readonly unread: ExtractionCode | null;
};

/** Tried in the bounded process, then sealed as it is. */
async function keep({ store, extractor, randomness }: AddParts, file: Uint8Array): Promise<Kept> {
  const request = { page: 1, widthPx: SHOWN_WIDTH_PX, mark: [] };
  const shown = await extractor.renderPage(file, request);
  const evidenceId: string = randomness.id();
  const stored = await keepGiven(store, evidenceId, file);
  return shown.ok
    ? { evidenceId, stored, pages: shown.value.pages, unread: null }
    : { evidenceId, stored, pages: 0, unread: shown.code };
}

type Adding = {
  readonly input: Input;
  readonly kept: Kept;
  readonly holders: readonly Knower[];
};

function rowsOf(
  { now, newId }: World,
  { hash, foundAt, subject }: Admitted,
  { input, kept, holders }: Adding,
): RowChange[] {
  const { incidentId, foundBy, url = null } = input;
  const { evidenceId: id, stored, pages, unread } = kept;
  const objectId: string = newId();
  return [
    givenObjectRow({ id: objectId, incidentId, stored, storedAt: now }),
    givenRow({
      id,
      incidentId,
      source: wordsOf(input.source),
      url,
      capturedAt: foundAt,
      sha256: hash,
      originalObjectId: objectId,
      holders,
    }),
    put('evidence_find', {
      id,
      foundBy,
      what: wordsOf(input.what),
      addedBy: subject.personId,
      addedAt: now,
      pages,
      unread,
    }),
  ];
}

export async function addEvidence(
  parts: AddParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<Added>> {
  const { acts, clock, store, seal } = parts;
  const early = await acts.read(actor, (readers) =>
    admitAdding({ readers, now: clock.now() }, actor, input),
  );
  const isOpen = seal.status().state === 'open';
  const kept = early.ok && isOpen ? await keep(parts, input.file) : null;
  const attempt = { verb: 'evidence.add', subject: { incident: input.incidentId } } as const;
  const done = await acts.perform<Added>(actor, attempt, async (world) => {
    // Asked again: somebody else may have added the same file meanwhile.
    const admitted = await admitAdding({ readers: world.mine, now: world.now }, actor, input);
    if (!admitted.ok) return admitted;
    if (!kept) return early.ok ? refuse({ code: 'vault-sealed' }) : early;
    const { incident, foundAt } = admitted.value;
    // With the house's eyes: who knew goes into the evidence, and to no answer.
    const holders = await world.all.access.listKnowers(incident.documentId, foundAt);
    const { evidenceId, pages, unread } = kept;
    return permit({
      subject: { document: incident.documentId },
      facts: { evidence: evidenceId, pages },
      rows: rowsOf(world, admitted.value, { input, kept, holders }),
      value: { evidenceId, unread },
    });
  });
  if (!done.ok && kept) await store.destroy(kept.stored.objectName);
  return done;
}
