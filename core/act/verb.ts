/**
 * Everything that can be done and is recorded: one verb, one transaction, one ledger entry. The
 * table gives the legal ground that screens and the timeline print beside the act. Only verb files
 * in `server/` name a verb; the ledger knows only bytes.
 */
import type { Certainty, Citation } from '../common/citation.ts';

const cite = (instrument: string, article: string, certainty: Certainty): Citation => ({
  instrument,
  article,
  certainty,
});
const law = (article: string, certainty: Certainty = '2018-text') =>
  cite('117/2025/QH15', article, certainty);
/** Known from summaries of decree 244/2026, which name no article. */
const SPOKESPERSON = cite('244/2026/NĐ-CP', 'chưa rõ điều', 'confirmed-2');
const decree26 = (article: string) => cite('26/2020/NĐ-CP', article, '2018-text');

export type VerbRule = { readonly articles: readonly Citation[] };

export const VERBS = {
  // people and identity
  'admin.set-up': { articles: [] },
  'identity.sign-in': { articles: [] },
  'identity.sign-out': { articles: [] },
  'identity.change-password': { articles: [] },
  'people.register': { articles: [law('24')] },
  'people.reset-password': { articles: [] },
  'people.assign': { articles: [decree26('7')] },
  'people.end-duty': { articles: [decree26('7')] },
  'people.clear': { articles: [law('26')] },
  'people.end-clearance': { articles: [law('26')] },
  'people.commit': { articles: [law('26.2')] },
  'people.train': { articles: [law('24')] },
  'people.delegate': { articles: [law('11')] },
  'people.revoke-delegation': { articles: [law('11')] },
  'people.change-status': { articles: [law('25.4'), law('26.2')] },
  // vault
  'vault.initialise': { articles: [law('12')] },
  'vault.give-share': { articles: [law('12')] },
  'vault.seal': { articles: [law('12')] },
  'vault.attach': { articles: [law('12')] },
  // determination
  'determination.draft': { articles: [law('10'), decree26('2')] },
  'determination.revise': { articles: [decree26('2')] },
  'determination.give-up': { articles: [decree26('2')] },
  'determination.propose': { articles: [law('10'), decree26('2')] },
  'determination.determine': { articles: [law('10', 'confirmed'), law('5.1', 'confirmed')] },
  'determination.return': { articles: [law('10'), decree26('2')] },
  'determination.find-not-secret': { articles: [law('10'), law('5.1', 'confirmed')] },
  // registry
  'registry.issue': { articles: [law('12'), decree26('4.1')] },
  'registry.void-number': { articles: [cite('30/2020/NĐ-CP', '15', 'confirmed')] },
  'registry.print': { articles: [decree26('4.12')] },
  'registry.receive': { articles: [law('12'), decree26('4.6')] },
  // custody and access
  'transfer.hand-over': { articles: [law('13'), decree26('4.5')] },
  'transfer.send': { articles: [law('13'), decree26('4')] },
  'transfer.return': { articles: [law('13'), decree26('4.10')] },
  'access.grant': { articles: [law('10'), law('26.1')] },
  'access.revoke': { articles: [law('25')] },
  'access.read': { articles: [law('26.1')] },
  'access.look': { articles: [law('26.1')] },
  // publication, watch, incident
  'publication.check': { articles: [law('5')] },
  'publication.type': { articles: [law('5')] },
  'publication.intercept': { articles: [law('5')] },
  'publication.submit': { articles: [] },
  'publication.revise': { articles: [] },
  'publication.withdraw': { articles: [] },
  'publication.view': { articles: [] },
  'publication.clear': { articles: [law('5'), SPOKESPERSON] },
  'publication.clear-amended': { articles: [law('5'), SPOKESPERSON] },
  'publication.object': { articles: [law('5')] },
  'publication.appeal': { articles: [] },
  'publication.allow-appeal': { articles: [law('5'), SPOKESPERSON] },
  'publication.uphold': { articles: [law('5')] },
  'publication.record': { articles: [SPOKESPERSON] },
  'publication.plan-release': { articles: [] },
  'publication.move-release': { articles: [] },
  'publication.release': { articles: [SPOKESPERSON] },
  'publication.cancel-release': { articles: [] },
  'watch.import': { articles: [law('25.3')] },
  'watch.keep-import': { articles: [] },
  'watch.register-collector': { articles: [] },
  'watch.withdraw-collector': { articles: [] },
  'watch.take-parcel': { articles: [law('25.3')] },
  'watch.search-back': { articles: [law('25.3')] },
  'watch.set-retention': { articles: [] },
  'watch.forget-raw': { articles: [] },
  'watch.confirm': { articles: [law('2'), law('25.3')] },
  'watch.dismiss': { articles: [law('25.3')] },
  'watch.doubt': { articles: [] },
  'watch.find-embargo-broken': { articles: [] },
  'watch.list-wording': { articles: [] },
  'watch.withdraw-wording': { articles: [] },
  'watch.preview-public': { articles: [law('5')] },
  'watch.add-public': { articles: [] },
  'watch.confirm-public': { articles: [] },
  'watch.remove-public': { articles: [] },
  'watch.mark-bait': { articles: [] },
  'watch.tell-bait': { articles: [] },
  'watch.keep-variant': { articles: [decree26('3')] },
  'watch.trace': { articles: [law('25.3')] },
  'watch.forget': { articles: [] },
  'incident.open': { articles: [law('2'), law('25.3')] },
  'copying.turn-on-marks': { articles: [law('11')] },
  'copying.turn-off-marks': { articles: [] },
  'copying.allow': { articles: [law('11'), decree26('3')] },
  'copying.withdraw': { articles: [law('11')] },
  'copying.print': { articles: [law('11'), decree26('3')] },
  'incident.request-mark-reading': { articles: [law('25.3')] },
  'incident.decline-mark-reading': { articles: [law('25.3')] },
  'incident.read-mark': { articles: [law('25.3')] },
  'incident.print-report': { articles: [decree26('8')] },
  'incident.check-statement': { articles: [law('5', 'confirmed')] },
  'evidence.add': { articles: [law('25.3')] },
  'evidence.compare': { articles: [law('25.3')] },
  'evidence.preserve': { articles: [law('25.3')] },
  'evidence.keep-picture': { articles: [law('25.3')] },
  'evidence.stamp': { articles: [law('25.3')] },
  'evidence.offer': { articles: [law('25.3')] },
  'evidence.accept': { articles: [law('25.3')] },
  'evidence.decline': { articles: [law('25.3')] },
  'evidence.open': { articles: [law('25.3')] },
  'evidence.package': { articles: [law('25.3')] },
  'incident.view-evidence': { articles: [law('25.3')] },
  'incident.note': { articles: [law('25.3'), law('26.2')] },
  // ledger
  'ledger.export': { articles: [] },
} as const satisfies Record<string, VerbRule>;

export type Verb = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as readonly Verb[];
