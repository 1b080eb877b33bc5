/**
 * How to call every endpoint of the contract when one looks for what one may not see: with ids of
 * hidden documents, with ids of documents that one sees, and with none. A total table: an endpoint
 * without a row is found by the test that uses it.
 */
import { readdirSync } from 'node:fs';
import type { Endpoint } from '../contract/endpoint.ts';
import { LEVELS } from '../core/level/level.ts';
import { PUBLICATION_CALLS } from './twin-publication.ts';
import {
  arrivalAt,
  jsonl,
  proposalAt,
  QUOTED_TEXT,
  type Stranger,
  type Twins,
} from './twin-worlds.ts';

const CONTRACT = new URL('../contract/', import.meta.url);

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'response' in value;
}

/** Every endpoint that any module of the contract exports. */
export async function allEndpoints(): Promise<readonly Endpoint[]> {
  const names = readdirSync(CONTRACT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:[a-z-]+\/)?[a-z-]+\.ts$/.test(name),
  );
  const modules = await Promise.all(
    names.map((name) => import(new URL(name, CONTRACT).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isEndpoint));
}

export type Call = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly file?: Uint8Array;
};

/**
 * `read` twice: before and after all `write`. `number` gives numbers of a register, `leave` takes
 * a person out of the house; `seal` and `end` close vault and session.
 */
export const PHASES = ['read', 'write', 'number', 'leave', 'seal', 'end'] as const;
export type Phase = (typeof PHASES)[number];

export type Row = {
  readonly phase: Phase;
  calls(twins: Twins, who: Stranger): readonly Call[];
};

const ABSENT = '00000000-0000-4000-8000-000000000000';
const once = (phase: Phase, ...calls: readonly Call[]): Row => ({
  phase,
  calls: () => (calls.length > 0 ? calls : [{}]),
});

/** Every hidden document is looked for; a draft, a Tuyệt mật, one with a leak are acted upon. */
const documentsFor = (phase: Phase, { hidden: { document } }: Twins): readonly string[] =>
  phase === 'read' ? document : document.filter((_, index) => [0, 3, 4].includes(index));

/** The first and the last of the hidden ids of a kind. */
const ends = (ids: readonly string[]): readonly string[] => [
  ids[0] ?? ABSENT,
  ids.at(-1) ?? ABSENT,
];

const onDocuments = (phase: Phase, more: Call | ((twins: Twins) => Call) = {}): Row => ({
  phase,
  calls: (twins) =>
    [...documentsFor(phase, twins), ABSENT, twins.documentId].map((documentId) => {
      const { params, ...rest } = typeof more === 'function' ? more(twins) : more;
      return { ...rest, params: { documentId, ...params } };
    }),
});

const onCopies = (more: Call | ((twins: Twins) => Call) = {}): Row => ({
  phase: 'write',
  calls: (twins) => {
    const { copy, document } = twins.hidden;
    const body = typeof more === 'function' ? more(twins) : more;
    return ends(copy).flatMap((copyId) =>
      [document[4] ?? ABSENT, twins.documentId].map((documentId) => ({
        ...body,
        params: { documentId, copyId },
      })),
    );
  },
});

/** `personId`: of one who holds hidden copies, one who was granted, and nobody. */
const onPeople = (phase: Phase, more: Call = {}): Row => ({
  phase,
  calls: ({ plain: { people } }) =>
    [people.hiddenHolder, people.secondHolder, ABSENT].map((personId) => ({
      ...more,
      params: { personId, ...more.params },
    })),
});

const onMatches = (phase: Phase, body?: unknown): Row => ({
  phase,
  calls: ({ hidden }) =>
    [...ends(hidden.match), ABSENT].map((matchId) => ({ params: { matchId }, body })),
});

const onIncidents = (phase: Phase, body?: unknown, more: Call = {}): Row => ({
  phase,
  calls: ({ hidden }) =>
    [...hidden.incident, ABSENT].map((incidentId) => ({ ...more, params: { incidentId }, body })),
});

const onMarkRequests = (body?: unknown): Row => ({
  phase: 'write',
  calls: ({ hidden }) =>
    [...hidden.incident, ABSENT].map((incidentId) => ({
      params: { incidentId, requestId: ABSENT },
      body,
    })),
});

const onEvidence = (body?: unknown): Row => ({
  phase: 'write',
  calls: ({ hidden }) =>
    [...hidden.evidence, ABSENT].map((evidenceId) => ({
      params: { incidentId: hidden.incident[0] ?? ABSENT, evidenceId },
      body,
    })),
});

const RECEIVER = {
  receiverBody: 'Cơ quan điều tra',
  receiverName: 'Phan Văn Điều',
  minutesNo: '1/BB',
  place: '',
};

const onRegisters = (...queries: readonly string[]): Row => ({
  phase: 'read',
  calls: () =>
    ['out', 'in'].flatMap((register) =>
      queries.map((query) => ({ params: { register, year: 2026 }, query })),
    ),
});

const reason = { reason: 'Vì lý do' };
const paper = { signedOn: '2026-10-01', untilOn: '2027-10-01' };
const duty = { decisionNo: '2/QĐ', fromOn: '2026-11-02', untilOn: null };
const wrongPassword = { current: 'không phải mật khẩu', next: 'mười hai ký tự khác' };
const words = new TextEncoder();
const CLEAN = 'Sáng nay đội thuyền rồng phường Bến Lau tập luyện trên sông trước hội làng.';
const publicLaw = {
  texts: [{ name: 'Luật mẫu', published: 'Công báo', text: `${CLEAN} Điều 1.` }],
  ...reason,
};

export const CALLS: Readonly<Record<string, Row>> = {
  'access.list': {
    phase: 'read',
    calls: ({ hidden }) => [
      {},
      ...LEVELS.map((level) => ({ query: `level=${level}` })),
      ...['draft', 'proposed', 'determined', 'received'].map((state) => ({
        query: `state=${state}`,
      })),
      ...[1, 2].map((limit) => ({ query: `limit=${limit}` })),
      { query: `after=2026-11-02T05:00:00.000Z,${hidden.document[3]}` },
    ],
  },
  'access.view': onDocuments('read'),
  // Readings are acts.
  'access.read': onDocuments('write', { params: { page: 1 } }),
  'vault.attach': onDocuments('write', { file: words.encode(CLEAN) }),
  'access.grant': onDocuments('write', ({ plain }) => ({
    body: { personId: plain.people.secondHolder, untilOn: '2026-12-01', ...reason },
  })),
  'access.revoke': {
    phase: 'write',
    calls: ({ hidden, documentId }) =>
      ends(hidden.access_grant).flatMap((grantId) =>
        [hidden.document[4] ?? ABSENT, documentId].map((id) => ({
          params: { documentId: id, grantId },
        })),
      ),
  },
  'admin.set-up': once('write', { body: {} }),
  'admin.set-up-options': once('read'),
  'copying.list-permits': onDocuments('read'),
  'copying.allow': onDocuments('write', {
    body: { executorId: ABSENT, copies: 1, recipient: 'Lưu' },
  }),
  'copying.withdraw': onDocuments('write', { params: { permitId: ABSENT } }),
  'copying.print': onDocuments('write', { params: { permitId: ABSENT } }),
  'copying.view-marks': onDocuments('read'),
  'copying.turn-on-marks': onDocuments('write'),
  'copying.turn-off-marks': onDocuments('write'),
  'determination.draft': {
    phase: 'write',
    calls: () => LEVELS.map((level) => ({ body: proposalAt(level) })),
  },
  'determination.revise': onDocuments('write', { body: proposalAt('mat') }),
  'determination.propose': onDocuments('write', ({ plain }) => ({
    body: { to: plain.people.strangers.chair },
  })),
  'determination.determine': onDocuments('write'),
  'determination.return': onDocuments('write', { body: reason }),
  'determination.find-not-secret': onDocuments('write', { body: reason }),
  'determination.give-up': onDocuments('write', { body: reason }),
  'identity.sign-in': once('write', { body: { login: 'p-d0000001', password: 'sai mật khẩu' } }),
  'identity.sign-out': once('end'),
  'identity.me': once('read'),
  'identity.change-password': once('write', { body: wrongPassword }),
  'identity.front-door': once('read'),
  'inbox.list': once('read'),
  'incident.list': once('read'),
  'incident.view': onIncidents('read'),
  'incident.note': onIncidents('write', { kind: 'measure', text: 'Đã rà soát.' }),
  'incident.view-evidence': onEvidence(),
  'incident.download-evidence': onEvidence(),
  'incident.open': onDocuments('write', { body: { kind: 'loss', text: 'Không thấy bản số 1.' } }),
  'incident.print-report': onIncidents('write', { recipient: '', cause: '', proposal: '' }),
  'incident.draft-statement': {
    phase: 'read',
    calls: ({ hidden }) =>
      [...hidden.incident, ABSENT].map((incidentId) => ({
        params: { incidentId },
        query: 'kind=no-comment',
      })),
  },
  'incident.check-statement': onIncidents('write', { text: CLEAN }),
  'incident.list-mark-readings': onIncidents('read'),
  'incident.request-mark-reading': onIncidents('write', undefined, {
    query: 'page=1&reason=anh',
    file: words.encode('không phải ảnh'),
  }),
  'incident.decline-mark-reading': onMarkRequests(reason),
  'incident.read-mark': onMarkRequests(),
  'evidence.view': onIncidents('read'),
  'evidence.add': onIncidents('write', undefined, {
    query: `source=x&what=&foundBy=${ABSENT}`,
    file: words.encode('tệp tìm thấy'),
  }),
  'evidence.view-page': {
    phase: 'write',
    calls: ({ hidden }) =>
      [...hidden.evidence, ABSENT].map((evidenceId) => ({
        params: { incidentId: hidden.incident[0] ?? ABSENT, evidenceId, page: '1' },
      })),
  },
  'evidence.compare': onEvidence(),
  'evidence.preserve': onEvidence(),
  'evidence.keep-picture': onMarkRequests(),
  'evidence.stamp': onEvidence(),
  'evidence.offer': onEvidence({ to: ABSENT, text: 'Bàn giao' }),
  'evidence.accept': onEvidence(),
  'evidence.decline': onEvidence({ text: '' }),
  'evidence.package': onIncidents('write', RECEIVER),
  'ledger.list': once('read', {}, { query: 'limit=5' }, { query: 'below=60&limit=30' }),
  'ledger.head': once('read'),
  'ledger.prove': {
    phase: 'read',
    calls: ({ apart }) =>
      [apart.from, apart.to - 1, apart.to, 1_000_000].map((index) => ({ params: { index } })),
  },
  'ledger.export': once('write'),
  'ledger.bundle': once('read', { params: { index: 0 }, query: 'width=60' }),
  'people.form-options': once('read'),
  'people.list': once('read'),
  'people.view': onPeople('read'),
  'people.register': {
    phase: 'write',
    calls: ({ plain }, who) => [
      {
        body: {
          fullName: 'Người mới',
          login: `moi-${who}`,
          positionTitle: 'Cán bộ',
          unitId: plain.unitId,
          legalPost: null,
          password: 'mười hai ký tự trở lên',
        },
      },
    ],
  },
  'people.reset-password': onPeople('write', { body: { password: 'mười hai ký tự trở lên' } }),
  'people.assign': onPeople('write', { body: { duty: 'keeper', ...duty } }),
  'people.end-duty': onPeople('write', {
    params: { assignmentId: ABSENT },
    body: { untilOn: '2026-11-02' },
  }),
  'people.clear': onPeople('number', { body: { level: 'mat', ...duty } }),
  'people.end-clearance': onPeople('write', {
    params: { clearanceId: ABSENT },
    body: { untilOn: '2026-11-02' },
  }),
  'people.commit': onPeople('write', { body: paper }),
  'people.train': onPeople('write', {
    body: { course: 'Luật', passedOn: paper.signedOn, untilOn: paper.untilOn },
  }),
  'people.delegate': onPeople('write', {
    body: {
      to: ABSENT,
      power: 'determine',
      level: 'mat',
      documentNo: '3/UQ',
      scope: 'Tất cả',
      fromOn: '2026-11-02',
      untilOn: '2026-12-02',
    },
  }),
  'people.revoke-delegation': onPeople('write', { params: { delegationId: ABSENT } }),
  'people.change-status': onPeople('leave', { body: { status: 'retired' } }),
  'publication.check': once('write', { body: { text: CLEAN } }, { body: { text: QUOTED_TEXT } }),
  'publication.check-file': once('write', { file: words.encode(QUOTED_TEXT) }),
  ...PUBLICATION_CALLS,
  'registry.issue': onDocuments('number', ({ plain }) => ({
    body: {
      symbol: 'TTr-UBBC',
      signedBy: plain.people.hiddenChair,
      keeper: 'Kho',
      note: '',
    },
  })),
  'registry.receive': {
    phase: 'number',
    calls: () => [...LEVELS.map((level) => ({ body: arrivalAt(level, null) }))],
  },
  'registry.void-number': {
    phase: 'write',
    calls: ({ hidden }) =>
      [...ends(hidden.register_line), ABSENT].map((lineId) => ({
        params: { lineId },
        body: reason,
      })),
  },
  'registry.list': onRegisters('', 'limit=1', 'below=3'),
  // A printing is an act.
  'registry.print': { ...onRegisters(''), phase: 'write' },
  'transfer.hand-over': onCopies(({ plain }) => ({ body: { to: plain.people.secondHolder } })),
  'transfer.send': onCopies({ body: { recipient: 'Quận Sông Hoa' } }),
  'transfer.return': onCopies(),
  'vault.status': once('read'),
  'vault.give-share': once('write', { body: { share: 'npv1-sai' } }),
  'vault.seal': once('seal'),
  // Of articles that touch hidden documents the watch officer learns by duty.
  'watch.import': once(
    'write',
    { query: 'fileName=bai.jsonl', file: jsonl(CLEAN, 9) },
    { query: 'fileName=bai.pdf', file: words.encode('%PDF-') },
  ),
  'watch.queue': once('read', {}, ...LEVELS.map((level) => ({ query: `level=${level}` }))),
  'watch.view': onMatches('read'),
  'watch.confirm': onMatches('write', reason),
  'watch.doubt': onMatches('write', reason),
  'watch.trace': onMatches('write'),
  'watch.intake': once('read'),
  'watch.register-collector': once('write', { body: { name: 'Máy thu thập', key: 'npc1-sai' } }),
  'watch.withdraw-collector': {
    phase: 'write',
    calls: () => [{ params: { collectorId: ABSENT } }],
  },
  'watch.take-parcel': once('write', { file: words.encode('không phải kiện tin') }),
  'watch.set-retention': once('write', { body: { days: 20 } }),
  'watch.wordings': once('read'),
  'watch.withdraw-wording': {
    phase: 'write',
    calls: () => [{ params: { judgementId: ABSENT }, body: reason }],
  },
  'watch.lists': once('read'),
  'watch.preview-public': once('write', { body: { text: CLEAN } }, { body: { text: QUOTED_TEXT } }),
  'watch.add-public': once('write', { body: publicLaw }),
  'watch.preview-public-file': once(
    'write',
    ...[CLEAN, QUOTED_TEXT].map((text) => ({ file: words.encode(text) })),
  ),
  'watch.public-text': { phase: 'read', calls: () => [{ params: { textId: ABSENT } }] },
  'watch.confirm-public': { phase: 'write', calls: () => [{ params: { textId: ABSENT } }] },
  'watch.remove-public': {
    phase: 'write',
    calls: () => [{ params: { textId: ABSENT }, body: reason }],
  },
  'watch.baits': once('read'),
  // Refused to all but the competent person, who would know the document.
  'watch.mark-bait': onDocuments('write'),
  'watch.tell-bait': onDocuments('write', ({ plain }) => ({
    body: { personId: plain.people.secondHolder },
  })),
  'watch.keep-variant': onCopies({ file: words.encode(CLEAN) }),
  'watch.find-embargo-broken': onMatches('write', reason),
  'watch.dismiss': onMatches('write', { ...reason, kind: 'lawful' }),
};
