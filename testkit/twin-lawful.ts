/**
 * What may tell a person that there are documents which that person may not see: each difference
 * with its reason. Everything else is compared byte for byte. A row that no answer needs fails.
 */
import type { Stranger, Twins } from './twin-worlds.ts';
import { HIDDEN_DIGIT } from './twin-worlds.ts';

// biome-ignore lint/suspicious/noExplicitAny: the answers of many endpoints
type Json = any;

export type Lawful = {
  readonly names: readonly string[];
  readonly who: readonly Stranger[];
  readonly why: string;
  /** What is left to compare; without it nothing is. */
  readonly mask?: (json: Json, twins: Twins) => unknown;
};

const EVERYONE: readonly Stranger[] = [
  'reader',
  'drafter',
  'chair',
  'clerk',
  'keeper',
  'press-officer',
  'watch-officer',
  'inspector',
  'registrar',
  'administrator',
  'custodian',
];
const WATCHING: readonly Stranger[] = ['watch-officer', 'registrar', 'inspector'];
const LEDGER_READERS: readonly Stranger[] = ['registrar', 'inspector'];

const isHidden = (id: unknown) => typeof id === 'string' && id.startsWith(HIDDEN_DIGIT);
const namesHidden = (ids: object) => Object.values(ids).some(isHidden);
/** What `level` enters. */
const isPadding = ({ verb, rows }: Json) => verb === 'people.register' && rows === 0;

/** The first row that fits counts. */
export const LAWFUL: readonly Lawful[] = [
  {
    names: ['ledger.prove', 'ledger.bundle'],
    who: LEDGER_READERS,
    why: 'registrar and inspector check every entry, and may see the whole ledger',
  },
  {
    names: ['ledger.list'],
    who: WATCHING,
    why: 'registrar and inspector see every entry, a watch officer the own verdicts',
    mask: ({ entries, next }, { apart }) => ({
      next,
      entries: entries.filter(
        (entry: Json) =>
          !(apart.from <= entry.index && entry.index < apart.to) &&
          !namesHidden(entry.subject) &&
          !isPadding(entry),
      ),
    }),
  },
  {
    names: ['ledger.head', 'ledger.prove', 'ledger.export'],
    who: EVERYONE,
    why: 'root, proof and signature commit to every act of the house; only its size is compared',
    mask: ({ size, index, entry }) => ({ size, index, entry }),
  },
  {
    names: ['registry.print'],
    who: ['clerk', 'inspector', 'registrar'],
    why: 'a book is printed whole or not at all: one with lines left out would be a false book',
  },
  {
    names: ['watch.queue'],
    who: ['watch-officer'],
    why: 'the watch officer judges matches with documents that stay unnamed',
    mask: ({ matches }) =>
      matches.filter(({ matchId, document }: Json) => !(isHidden(matchId) && document === null)),
  },
  {
    names: ['watch.intake'],
    who: ['watch-officer', 'administrator'],
    why: 'how much of the public press is kept, whatever it repeats, is known to who answers for it',
    mask: ({ kept: _, ...rest }) => rest,
  },
  {
    names: [
      'watch.view',
      'watch.confirm',
      'watch.dismiss',
      'watch.doubt',
      'watch.find-embargo-broken',
    ],
    who: ['watch-officer'],
    why: 'the watch officer judges matches with documents that stay unnamed',
  },
  {
    names: ['incident.list'],
    who: WATCHING,
    why: 'a leak is handled by those whose duty it is; its document stays unnamed',
    mask: ({ incidents }) =>
      incidents.filter(
        ({ incidentId, document }: Json) => !(isHidden(incidentId) && document === null),
      ),
  },
  {
    names: [
      'incident.view',
      'incident.note',
      'incident.view-evidence',
      'incident.download-evidence',
      'incident.print-report',
      'incident.draft-statement',
      'incident.check-statement',
      'incident.list-mark-readings',
      'incident.request-mark-reading',
      'evidence.view',
      'evidence.add',
      'evidence.view-page',
      'evidence.compare',
      'evidence.preserve',
      'evidence.stamp',
      'evidence.offer',
      'evidence.accept',
      'evidence.decline',
      'evidence.package',
    ],
    who: WATCHING,
    why: 'a leak is handled by those whose duty it is; its document stays unnamed',
  },
  {
    names: ['inbox.list'],
    who: WATCHING,
    why: 'open matches and incidents wait for those whose duty they are',
    mask: ({ items, more }) => ({
      more,
      items: items.filter(
        ({ matchId, incidentId, documentId }: Json) =>
          documentId !== null || !(isHidden(matchId) || isHidden(incidentId)),
      ),
    }),
  },
  {
    names: ['registry.issue', 'registry.receive'],
    who: ['clerk'],
    why: 'numbers of a register run on: the next one tells that others were given',
    mask: ({ number: _, numberAndSymbol: __, ...rest }) => rest,
  },
  {
    names: ['people.change-status'],
    who: ['registrar'],
    why: 'nobody leaves with copies in hand (law art. 26.2): the refusal tells that there are some',
  },
];
