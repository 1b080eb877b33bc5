/**
 * One row of every accountable table, as ports give them: what the tests of fsck change column by
 * column. People and their unit come from the test's world.
 */

import { randomUUID } from 'node:crypto';
import type { CalendarDate, Instant } from '../../../core/common/calendar-date.ts';
import type { ObjectName } from '../../../core/common/id.ts';
import { put, type RowChange } from '../../../server/ports/rows.ts';

const day = '2026-11-02' as CalendarDate;
const later = '2027-11-02' as CalendarDate;
const at = '2026-11-02T05:00:00.000Z' as Instant;
const until = '2027-11-02T05:00:00.000Z' as Instant;
const id = () => randomUUID();

type Ids = Readonly<
  Record<'document' | 'article' | 'match' | 'incident' | 'object' | 'copy', string>
>;
const sha256 = 'ab'.repeat(32);

export function rowsOfEveryTable(one: string, two: string): readonly RowChange[] {
  const ids = {
    document: id(),
    article: id(),
    match: id(),
    incident: id(),
    object: id(),
    copy: id(),
  };
  return [
    ...rowsOfPeople(one, two),
    ...rowsOfDocument(ids, one, two),
    ...rowsOfWatch(ids),
    ...rowsOfIncident(ids, one),
    ...rowsOfPublication(ids, one),
    ...rowsOfIntake(ids, one),
    ...rowsOfDesk(ids, one),
    ...rowsOfLists(ids, one),
    ...rowsOfMarks(ids, one, two),
  ];
}

function rowsOfPeople(one: string, two: string): readonly RowChange[] {
  const names = { name: 'A', superiorName: 'B', place: 'C', symbol: 'D', demo: false };
  const delegation = { fromPersonId: one, toPersonId: two, power: 'determine', level: 'mat' };
  const paper = { documentNo: '1', scope: 's', fromOn: day, untilOn: later, revokedOn: null };
  const assignment = { personId: one, duty: 'drafter', decisionNo: '1', fromOn: day };
  return [
    put('agency', { id: id(), ...names }),
    put('credential', { id: one, passwordHash: 'x', mustChange: false }),
    put('assignment', { id: id(), ...assignment, untilOn: null }),
    put('delegation', { id: id(), ...delegation, ...paper }),
  ];
}

function rowsOfDocument(ids: Ids, one: string, two: string): readonly RowChange[] {
  const documentId = ids.document;
  const line = { register: 'out', year: 2026, number: 1, documentId, registeredOn: day, line: {} };
  const object = { documentId, incidentId: ids.incident, kind: 'content', version: 1, pages: 1 };
  const sizes = { sizeBytes: 9, plainSizeBytes: 5, sha256, storedAt: at };
  const protection = { state: 'determined', level: 'mat', copies: 1, issue: { number: 1 } };
  const custody = { state: 'held', by: { kind: 'person', personId: one }, since: day };
  const grant = { documentId, personId: one, kind: 'reader', fromAt: at, untilAt: until };
  const people = { drafterId: one, deciderId: two };
  const copy = { documentId, number: 1, ofTotal: 1, kind: 'original', custody, holderId: one };
  return [
    put('document', {
      id: documentId,
      origin: 'own',
      ...people,
      registered: true,
      createdAt: at,
      protection,
    }),
    put('register_line', { id: id(), ...line, voided: null }),
    put('copy', { id: ids.copy, ...copy }),
    put('access_grant', { id: id(), ...grant, grantedBy: two, reason: 'r', revokedAt: null }),
    put('vault_object', {
      id: ids.object,
      ...object,
      ...sizes,
      mediaKind: 'txt',
      objectName: ids.object as ObjectName,
    }),
  ];
}

function rowsOfWatch(ids: Ids): readonly RowChange[] {
  const times = { publishedAt: null, capturedAt: at };
  const words = { source: 's', url: null, title: 't', sha256, mediaType: 'text/html' };
  const article = { ...times, ...words, matched: true };
  const match = { articleId: ids.article, documentId: ids.document, score: 900, spans: [] };
  return [
    put('article', { id: ids.article, ...article, rawObjectId: ids.object, textObjectId: null }),
    put('match', { id: ids.match, ...match, verdict: { state: 'open' }, foundAt: at }),
  ];
}

function rowsOfIncident(ids: Ids, one: string): readonly RowChange[] {
  const { document: documentId, match: matchId, incident: incidentId, article: articleId } = ids;
  const incident = { documentId, matchId, openedAt: at, openedBy: one, progress: [] };
  const evidence = { incidentId, articleId, source: 's', url: null, capturedAt: at, sha256 };
  const found = { originalObjectId: ids.object, spans: [], holders: [] };
  const evidenceId = id();
  const seen = { pages: 0, unread: 'file-unreadable' };
  const find = { foundBy: one, what: 'w', addedBy: one, addedAt: at, ...seen };
  const item = { evidenceId, kind: 'sums', objectId: ids.object };
  const step = { step: 1, kind: 'kept', at, byId: one };
  return [
    put('incident', { id: incidentId, kind: 'exposure', ...incident, state: 'open' }),
    put('evidence', { id: evidenceId, ...evidence, ...found }),
    put('evidence_find', { id: evidenceId, ...find }),
    put('evidence_item', { id: id(), ...item, sha256, madeAt: at }),
    put('evidence_step', { id: id(), evidenceId, ...step, toId: null, words: {} }),
    put('evidence_package', {
      id: id(),
      incidentId,
      madeAt: at,
      madeBy: one,
      sha256,
      receiver: {},
    }),
  ];
}

function rowsOfPublication(ids: Ids, one: string): readonly RowChange[] {
  const [requestId, textId] = [id(), id()];
  const text = { requestId, kind: 'submitted', version: 1, sha256, characters: 5, warnings: [] };
  const objects = { textObjectId: ids.object, contentObjectId: null, mediaKind: null };
  const record = { requestId, textId, outlet: 'o', url: null, publishedAt: at };
  const compared = { comparison: 'same', removedWords: 0, addedWords: 0 };
  const request = { submitterId: one, medium: 'speech', title: 't', wantedOn: null };
  const planned = { releaserId: one, plannedBy: one, plannedAt: at, basis: 'b' };
  const item = { title: 't', documentId: ids.document, templateCode: null, templateDay: null };
  const submitted = { state: 'submitted' };
  return [
    put('publication_request', { id: requestId, ...request, createdAt: at, progress: submitted }),
    put('publication_text', {
      id: textId,
      ...text,
      ...objects,
      touches: false,
      addedBy: one,
      addedAt: at,
    }),
    put('publication_record', {
      id: id(),
      ...record,
      ...compared,
      recordedBy: one,
      recordedAt: at,
    }),
    put('release_item', { id: id(), ...item, ...planned, progress: { state: 'planned' } }),
  ];
}

function rowsOfIntake(ids: Ids, one: string): readonly RowChange[] {
  const collectorId = id();
  const registered = { registeredAt: at, registeredBy: one, withdrawnAt: null };
  const parcel = { collectorId, number: 1, manifestSha256: sha256, madeAt: at, begunAt: at };
  const counts = { takenAt: at, articles: 3, matched: 1, missing: 0, sources: [] };
  const objects = { contentObjectId: ids.object, textsObjectId: ids.object };
  const search = { objectId: ids.object, searchedAt: at, articles: 3, found: 1 };
  return [
    put('collector', {
      id: collectorId,
      name: 'c',
      keySha256: sha256,
      publicKey: 'k',
      ...registered,
    }),
    put('taken_parcel', { id: id(), ...parcel, ...counts, ...objects }),
    put('kept_import', {
      id: id(),
      sha256,
      begunAt: at,
      takenAt: at,
      articles: 3,
      ...objects,
    }),
    put('raw_retention', { id: id(), days: 30, setAt: at, setBy: one }),
    put('retro_search', { id: ids.document, ...search }),
  ];
}

function rowsOfDesk({ object, ...ids }: Ids, one: string): readonly RowChange[] {
  const { document: documentId, match: matchId, article: articleId } = ids;
  const judged = { judgedBy: one, judgedAt: at, objectId: object, withdrawn: null };
  const list = { version: 1, madeAt: at, judgements: 1, pieces: 1, objectId: object };
  const variant = { documentId, objectId: object, keptBy: one, keptAt: at };
  return [
    put('wording_judgement', { id: id(), matchId, articleId, documentId, ...judged }),
    put('wording_list', { id: id(), ...list }),
    put('bait', { id: id(), documentId, personId: one, toldBy: one, toldAt: at }),
    put('copy_variant', { id: ids.copy, ...variant }),
  ];
}

function rowsOfLists({ object }: Ids, one: string): readonly RowChange[] {
  const textId = id();
  const text = { name: 'n', published: 'p', sha256, characters: 3, objectId: object };
  const added = { addedBy: one, addedAt: at, reason: 'r', touches: true };
  const list = { version: 1, madeAt: at, madeBy: one, texts: 1, sha256 };
  return [
    put('public_text', { id: textId, ...text, ...added, confirmed: null, removed: null }),
    put('public_list', { id: id(), ...list, textId, change: 'added' }),
  ];
}

function rowsOfMarks(
  { object: objectId, ...ids }: Ids,
  one: string,
  two: string,
): readonly RowChange[] {
  const { document: documentId, incident: incidentId, copy: copyId } = ids;
  const marking = { objectId, decidedBy: one, decidedAt: at, ended: null };
  const request = { incidentId, page: 1, objectId, sha256, requestedBy: one, requestedAt: at };
  const progress = { state: 'requested' };
  const permit = { documentId, allowedBy: one, authority: {}, allowedAt: at, executorId: two };
  return [
    put('copy_marking', { id: documentId, ...marking }),
    put('marked_copy', { id: id(), documentId, copyId, grantId: null, number: 1, firstAt: at }),
    put('mark_request', { id: id(), ...request, reason: 'r', progress }),
    put('copying_permit', {
      id: id(),
      ...permit,
      copies: 2,
      recipient: 'r',
      untilOn: day,
      made: [],
      withdrawn: null,
    }),
  ];
}
