/** What an item says in one sentence, and where it is acted upon. Total over the kinds. */
import type { InboxItem, InboxKind } from '../../contract/inbox.ts';
import type { Mirror } from '../text/catalogue.ts';
import { showDate, showMoment } from '../text/moment.ts';
import type { inboxText } from './inbox-text.ts';

type Words = Mirror<(typeof inboxText)['vi']>;
type KindWords = {
  readonly say: (item: InboxItem, words: Words) => string;
  readonly act: keyof Words['act'];
  readonly href: (item: InboxItem, viewerId: string) => string;
};

const fact = ({ facts }: InboxItem, name: string): string => String(facts[name] ?? '');
const dated = (item: InboxItem, name: string): string => showDate(fact(item, name));
const timed = (item: InboxItem, name: string): string => showMoment(fact(item, name));
const document = ({ documentId }: InboxItem): string => `/documents/${documentId ?? ''}`;

const request = ({ requestId }: InboxItem): string => `/publications/${requestId ?? ''}`;
const asked = (item: InboxItem): readonly [title: string, submitter: string, at: string] => [
  fact(item, 'title'),
  fact(item, 'submitter'),
  timed(item, 'createdAt'),
];

/** A match score comes in thousandths. */
const percent = (item: InboxItem): string => String(Math.round(Number(fact(item, 'score')) / 10));

const paper: KindWords = {
  say: (item, { say }) =>
    'until' in item.facts ? say.paperEnds(dated(item, 'until')) : say.paperNone,
  act: 'papers',
  href: (_, viewerId) => `/people/${viewerId}`,
};

export const KIND_WORDS: Readonly<Record<InboxKind, KindWords>> = {
  'vault-sealed': {
    say: (item, { say }) => say.vault(fact(item, 'given'), fact(item, 'threshold')),
    act: 'give',
    href: () => '/vault',
  },
  'decide-proposal': {
    say: (item, { say }) => say.decide(fact(item, 'drafter'), dated(item, 'proposedOn')),
    act: 'decide',
    href: ({ documentId }) => `/decide/${documentId ?? ''}`,
  },
  'draft-returned': {
    say: (item, { say }) => say.returned(dated(item, 'returnedOn')),
    act: 'revise',
    href: ({ documentId }) => `/documents/${documentId ?? ''}/revise`,
  },
  'draft-in-work': {
    say: (_, { say }) => say.draft,
    act: 'revise',
    href: ({ documentId }) => `/documents/${documentId ?? ''}/revise`,
  },
  'number-needed': {
    say: (item, { say }) => say.number(dated(item, 'decidedOn')),
    act: 'number',
    href: document,
  },
  'copy-to-print': {
    say: (item, { say }) => say.toPrint(fact(item, 'left')),
    act: 'print',
    href: document,
  },
  'match-open': {
    say: (item, { say }) =>
      'score' in item.facts
        ? say.match(percent(item), timed(item, 'foundAt'))
        : say.matchHidden(timed(item, 'capturedAt')),
    act: 'match',
    href: ({ matchId }) => `/watch/${matchId ?? ''}`,
  },
  'source-silent': {
    say: ({ facts }, { say }) => {
      const since = 'since' in facts ? showMoment(String(facts.since)) : '';
      return 'source' in facts
        ? say.silentSource(String(facts.source), String(facts.collector), since)
        : say.silentCollector(String(facts.collector), since);
    },
    act: 'intake',
    href: () => '/watch/intake',
  },
  'public-text-waits': {
    say: (item, { say }) =>
      say.publicText(fact(item, 'name'), fact(item, 'officer'), timed(item, 'addedAt')),
    act: 'lists',
    href: () => '/watch/lists',
  },
  'mark-reading-waits': {
    say: (item, { say }) =>
      say.markReading(fact(item, 'officer'), fact(item, 'page'), timed(item, 'requestedAt')),
    act: 'mark',
    href: ({ incidentId }) => `/incidents/${incidentId ?? ''}#marks`,
  },
  'incident-open': {
    say: (item, { say, incident }) =>
      say.incident(
        incident[fact(item, 'kind') as keyof Words['incident']] ?? '',
        timed(item, 'openedAt'),
      ),
    act: 'incident',
    href: ({ incidentId }) => `/incidents/${incidentId ?? ''}`,
  },
  'decide-publication': {
    say: (item, { say }) => say.publication(...asked(item)),
    act: 'publication',
    href: request,
  },
  'review-publication': {
    say: (item, { say }) => say.publication(...asked(item)),
    act: 'publication',
    href: request,
  },
  'publication-objected': {
    say: (item, { say }) => say.objected(fact(item, 'title')),
    act: 'publication',
    href: request,
  },
  'record-publication': {
    say: (item, { say }) => say.unrecorded(fact(item, 'title')),
    act: 'record',
    href: request,
  },
  'release-due': {
    say: (item, { say }) => say.release(fact(item, 'title'), timed(item, 'releaseAt')),
    act: 'calendar',
    href: () => '/releases',
  },
  'protection-ends': {
    say: (item, { say }) => say.protection(dated(item, 'protectedUntil')),
    act: 'document',
    href: document,
  },
  'commitment-ends': paper,
  'training-ends': paper,
  'clearance-ends': paper,
  'grant-ends': {
    say: (item, { say }) => say.grant(timed(item, 'untilAt')),
    act: 'document',
    href: document,
  },
  'copy-held': {
    say: (item, { say }) => {
      const since = showSince(fact(item, 'since'));
      return 'kind' in item.facts
        ? say.madeCopy(fact(item, 'number'), since)
        : say.copy(fact(item, 'number'), fact(item, 'of'), since);
    },
    act: 'document',
    href: document,
  },
};

/** A day or a moment, as the copy's custody has it. */
const showSince = (since: string): string =>
  since.length > 10 ? showMoment(since) : showDate(since);
