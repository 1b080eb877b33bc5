/**
 * One request, whole: its state with the evidence, its words, what they touch for this pair of
 * eyes. The words are shown to who wrote them, to everybody who may see the request once they are
 * cleared, and before that to a decider only when they touch nothing that the decider may not see:
 * a draft that repeats a secret is as secret.
 */
import type { PublicationVerdict } from '../../contract/publication/publication.ts';
import type { RequestView, WordChange } from '../../contract/publication/request.ts';
import type { Subject } from '../../core/access/access-facts.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideRequest, type RequestAct } from '../../core/publication/decide-request.ts';
import type { RequestState, Touches } from '../../core/publication/request.ts';
import { REQUEST_VERBS, type RequestVerb } from '../../core/publication/request-lifecycle.ts';
import { diffWords } from '../../core/publication/word-diff.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import { answerFor, compareFor, touchesOf } from '../ports/reading/compare-for.ts';
import type {
  PublicationRecordRow,
  PublicationRequestRow,
  PublicationTextRow,
} from '../ports/rows.ts';
import { admitSeeing } from './list-requests.ts';
import { recordView } from './record-view.ts';
import { isLetOut, requestLine, stateOf } from './request-rows.ts';
import { openText } from './sealed-text.ts';
import type { RequestParts } from './submit.ts';

const MOST_RECORDS = 200;

type Loaded = {
  readonly row: PublicationRequestRow;
  readonly state: RequestState;
  readonly subject: Subject;
  readonly texts: readonly PublicationTextRow[];
  readonly records: readonly PublicationRecordRow[];
  readonly nameOf: (personId: string) => string;
  readonly words: string | null;
  /** The version that was asked for, where another was cleared. */
  readonly askedWords: string | null;
  readonly now: Instant;
};

function load(
  { acts, clock, store, compareIndex }: RequestParts,
  actor: Actor,
  requestId: string,
): Promise<Outcome<Loaded>> {
  return acts.read(actor, async (readers) => {
    const now = clock.now();
    const admitted = await admitSeeing({ readers, now }, actor);
    if (!admitted.ok) return admitted;
    const row = await readers.publication.loadRequest(requestId);
    if (!row) return refuse({ code: 'not-found' });
    const state = stateOf(row);
    const texts = await readers.publication.loadTexts(requestId);
    const wordsOf = async (version: number | null): Promise<string | null> => {
      const text = texts.find((one) => one.version === version);
      return text && compareIndex.isOpen() ? openText(store, readers, text) : null;
    };
    return permit({
      row,
      state,
      subject: admitted.value,
      texts,
      records: await readers.publication.listRecords({ requestId, limit: MOST_RECORDS }),
      nameOf: await namesOf(readers),
      words: await wordsOf(state.version),
      askedWords: await wordsOf(state.state === 'cleared-amended' ? state.ofVersion : null),
      now,
    });
  });
}

/** One act of each verb that only the person, the state and what is touched can speak against. */
const trialOf = (touches: Touches): Readonly<Record<RequestVerb, RequestAct>> => ({
  revise: { verb: 'revise', text: { version: 0, sha256: '' } },
  withdraw: { verb: 'withdraw' },
  clear: { verb: 'clear', note: '-', touches, unread: false },
  'clear-amended': {
    verb: 'clear-amended',
    note: '',
    text: { version: 0, sha256: '' },
    touches: 'nothing',
  },
  object: { verb: 'object', reason: '-' },
  appeal: { verb: 'appeal', reason: '-' },
  'allow-appeal': { verb: 'allow-appeal', note: '-', touches, unread: false },
  uphold: { verb: 'uphold', reason: '-' },
  record: { verb: 'record' },
});

function mayNow({ row, state, subject, now }: Loaded, touches: Touches): RequestVerb[] {
  const trial = trialOf(touches);
  const submitterId = row.submitterId as PersonId;
  return REQUEST_VERBS.filter(
    (verb) => decideRequest({ submitterId, state, act: trial[verb], actor: subject, at: now }).ok,
  );
}

function evidenceOf({
  state,
  nameOf,
}: Loaded): Pick<RequestView, 'decision' | 'objection' | 'appeal'> {
  const note = (by: PersonId, at: Instant, text: string) => ({
    by: { personId: by, name: nameOf(by) },
    at,
    text,
  });
  const decided =
    'decidedBy' in state
      ? note(state.decidedBy, state.decidedAt, 'note' in state ? state.note : state.reason)
      : null;
  const objection =
    'objection' in state
      ? note(state.objection.decidedBy, state.objection.decidedAt, state.objection.reason)
      : null;
  const appeal =
    'appeal' in state ? { at: state.appeal.appealedAt, text: state.appeal.reason } : null;
  return { decision: decided, objection, appeal };
}

function textsView({ texts, nameOf }: Loaded): RequestView['texts'] {
  return texts.map((row) => ({
    textId: row.id,
    kind: row.kind as RequestView['texts'][number]['kind'],
    version: row.version,
    sha256: row.sha256,
    characters: row.characters,
    hasFile: row.contentObjectId !== null,
    mediaKind: row.mediaKind as RequestView['texts'][number]['mediaKind'],
    warnings: row.warnings as RequestView['texts'][number]['warnings'],
    addedBy: { personId: row.addedBy, name: nameOf(row.addedBy) },
    addedAt: row.addedAt,
  }));
}

/** Whoever has seen both versions may see them beside each other. */
function amendmentOf({ row, state, subject, words, askedWords }: Loaded): WordChange[] | null {
  if (state.state !== 'cleared-amended' || words === null || askedWords === null) return null;
  const knows = [row.submitterId, state.decidedBy].includes(subject.personId);
  return knows ? [...diffWords(askedWords, words).changes] : null;
}

export async function viewRequest(
  parts: RequestParts,
  actor: Actor,
  { requestId }: { readonly requestId: string },
): Promise<Outcome<RequestView>> {
  const loaded = await load(parts, actor, requestId);
  if (!loaded.ok) return loaded;
  const { row, state, subject, words, nameOf } = loaded.value;
  const compared = words === null ? null : await compareFor(parts, actor, { text: words });
  const touches = compared ? await touchesOf(parts, actor, compared) : 'nothing';
  const isHidden = touches === 'hidden';
  const isOwn = row.submitterId === subject.personId;
  const isShown = isOwn || isLetOut(state) || !isHidden;
  const contents = words === null ? 'sealed' : isShown ? 'shown' : 'hidden';
  const attempt = { verb: 'publication.view', subject: { request: requestId } } as const;
  const entered = await parts.acts.perform(actor, attempt, async (world) => {
    const admitted = await admitSeeing({ readers: world.mine, now: world.now }, actor);
    if (!admitted.ok) return admitted;
    const again = await world.mine.publication.loadRequest(requestId);
    // The state decides what is shown: it must be the one that was loaded.
    if (!again || stateOf(again).state !== state.state) return refuse({ code: 'not-found' });
    return permit({ facts: { version: state.version, contents }, value: null });
  });
  if (!entered.ok) return entered;
  let verdict: PublicationVerdict | null = null;
  if (compared && words !== null) {
    // Where the words are hidden no passage is shown, so none is read either.
    const own = contents === 'hidden' ? [] : compared.own;
    verdict = await answerFor(parts, actor, { text: words, all: compared.all, own });
  }
  return permit({
    line: requestLine(row, nameOf),
    version: state.version,
    sha256: state.sha256,
    ...evidenceOf(loaded.value),
    texts: textsView(loaded.value),
    contents,
    text: contents === 'shown' ? words : null,
    verdict,
    amendment: contents === 'shown' ? amendmentOf(loaded.value) : null,
    records: loaded.value.records.map((record) => recordView(record, nameOf)),
    may: mayNow(loaded.value, touches),
  });
}
