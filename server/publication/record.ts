/**
 * The spokesperson's record: what was published where, beside what was cleared. The published words
 * are kept sealed with their hash, so that a page that changes later can be compared again.
 * Compared
 * is what readers are shown; whether anything is touched is asked of all the words of a file.
 */

import type { PublicationRecord, WordChange } from '../../contract/publication/request.ts';
import { type Instant, instantOf } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideRequest } from '../../core/publication/decide-request.ts';
import { shownWords } from '../../core/publication/shown-words.ts';
import { diffWords, type WordDiff } from '../../core/publication/word-diff.ts';
import type { Actor, World } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { admitGeneral } from '../ports/gate.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { admitSeeing } from './list-requests.ts';
import { isSite, type Published, readPublished } from './reading/read-published.ts';
import { recordView } from './record-view.ts';
import { stateOf } from './request-rows.ts';
import { forget, nextVersion, openText, textRows } from './sealed-text.ts';
import { type Prepared, prepareRead, type RequestParts } from './submit.ts';

const ASK = { action: 'submit-publication' } as const;
const RECORD_LIMIT = 200;

type Place = {
  readonly requestId: string;
  readonly outlet: string;
  readonly url?: string | null | undefined;
  readonly publishedAt: string;
};
type Recorded = {
  readonly recordId: string;
  readonly comparison: 'same' | 'differs';
  readonly removedWords: number;
  readonly addedWords: number;
};
const momentOf = ({ publishedAt }: Place): Instant => instantOf(Date.parse(publishedAt));

type Compared = Prepared & { readonly diff: WordDiff; readonly judged: string };

async function compareWithCleared(
  parts: RequestParts,
  actor: Actor,
  { requestId, published }: Place & { readonly published: Published },
): Promise<Outcome<Compared>> {
  const { acts, clock, store, compareIndex } = parts;
  const cleared = await acts.read(actor, async (readers) => {
    const admitted = await admitGeneral({ readers, now: clock.now() }, actor, ASK);
    if (!admitted.ok) return admitted;
    const row = await readers.publication.loadRequest(requestId);
    if (!row) return refuse({ code: 'not-found' });
    if (!compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
    const texts = await readers.publication.loadTexts(requestId);
    const { version, sha256 } = stateOf(row);
    const judged = texts.find((one) => one.version === version);
    if (!judged) return refuse({ code: 'not-found' });
    const words = shownWords({ ...judged, words: await openText(store, readers, judged) });
    return permit({ words, sha256, version: nextVersion(texts), isSite: isSite(judged) });
  });
  if (!cleared.ok) return cleared;
  const read = await readPublished(parts, published, cleared.value);
  if (!read.ok) return read;
  const { version, words, sha256: judged } = cleared.value;
  const ready = await prepareRead(parts, { read: read.value, file: null, requestId, version });
  if (!ready.ok) return ready;
  const shown = shownWords({ mediaKind: read.value.kind, words: read.value.text });
  return permit({ ...ready.value, judged, diff: diffWords(words, shown) });
}

function recordRows(world: World, place: Place, made: Compared & { by: string }): RowChange[] {
  const { sealed, touches, diff, by } = made;
  const textId = world.newId();
  const record = put('publication_record', {
    id: world.newId(),
    requestId: place.requestId,
    textId,
    outlet: place.outlet.trim(),
    url: place.url ?? null,
    publishedAt: momentOf(place),
    comparison: diff.same ? 'same' : 'differs',
    removedWords: diff.removedWords,
    addedWords: diff.addedWords,
    recordedBy: by,
    recordedAt: world.now,
  });
  return [...textRows(world, sealed, { textId, kind: 'published', touches, addedBy: by }), record];
}

export async function recordPublication(
  parts: RequestParts,
  actor: Actor,
  input: Place & { readonly published: Published },
): Promise<Outcome<Recorded>> {
  const { requestId } = input;
  const ready = await compareWithCleared(parts, actor, input);
  const attempt = { verb: 'publication.record', subject: { request: requestId } } as const;
  const done = await parts.acts.perform(actor, attempt, async (world) => {
    const admitted = await admitGeneral({ readers: world.mine, now: world.now }, actor, ASK);
    if (!admitted.ok) return admitted;
    const row = await world.mine.publication.loadRequest(requestId);
    if (!row) return refuse({ code: 'not-found' });
    const state = stateOf(row);
    const may = decideRequest({
      submitterId: row.submitterId as PersonId,
      state,
      act: { verb: 'record' },
      actor: admitted.value,
      at: world.now,
    });
    if (!may.ok) return may;
    if (!ready.ok) return ready;
    if (momentOf(input) > world.now) return refuse({ code: 'date-in-future' });
    const { sealed, judged, diff, touches } = ready.value;
    const texts = await world.mine.publication.loadTexts(requestId);
    if (judged !== state.sha256 || nextVersion(texts) !== sealed.version) {
      return refuse({ code: 'already-done' });
    }
    const rows = recordRows(world, input, { ...ready.value, by: admitted.value.personId });
    const { removedWords, addedWords } = diff;
    const comparison = diff.same ? 'same' : 'differs';
    const counts = { comparison, removedWords, addedWords } as const;
    const recordId = rows.find(({ table }) => table === 'publication_record')?.row.id ?? '';
    return permit({ facts: { ...counts, touches }, rows, value: { recordId, ...counts } });
  });
  if (!done.ok && ready.ok) await forget(parts.store, ready.value.sealed);
  return done;
}

type Difference = { record: PublicationRecord; changes: WordChange[] };

/** What was published beside what was cleared, word for word; an opening of both, and recorded. */
export async function viewDifference(
  { acts, store, compareIndex }: RequestParts,
  actor: Actor,
  { requestId, recordId }: { readonly requestId: string; readonly recordId: string },
): Promise<Outcome<Difference>> {
  const attempt = { verb: 'publication.view', subject: { request: requestId } } as const;
  const entered = await acts.perform(actor, attempt, async (world) => {
    const admitted = await admitSeeing({ readers: world.mine, now: world.now }, actor);
    if (!admitted.ok) return admitted;
    if (!compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
    const row = await world.mine.publication.loadRequest(requestId);
    const of = { requestId, limit: RECORD_LIMIT };
    const records = row ? await world.mine.publication.listRecords(of) : [];
    const record = records.find(({ id }) => id === recordId);
    if (!row || !record) return refuse({ code: 'not-found' });
    return permit({ facts: { contents: 'difference' }, value: { row, record } });
  });
  if (!entered.ok) return entered;
  const { row, record } = entered.value;
  return acts.read(actor, async (readers) => {
    const texts = await readers.publication.loadTexts(requestId);
    const cleared = texts.find(({ version }) => version === stateOf(row).version);
    const published = texts.find(({ id }) => id === record.textId);
    if (!cleared || !published) return refuse({ code: 'not-found' });
    const diff = diffWords(
      shownWords({ ...cleared, words: await openText(store, readers, cleared) }),
      shownWords({ ...published, words: await openText(store, readers, published) }),
    );
    const nameOf = await namesOf(readers);
    return permit({ record: recordView(record, nameOf), changes: [...diff.changes] });
  });
}
