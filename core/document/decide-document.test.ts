import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { calendarDate } from '../common/calendar-date.ts';
import { type DocumentId, type PersonId, parseId } from '../common/id.ts';
import { invariant } from '../common/invariant.ts';
import type { Outcome } from '../common/refusal.ts';
import { parseGuideItemRef } from '../guide/guide-item.ts';
import { type DocumentAct, type DocumentActor, decideDocument } from './decide-document.ts';
import {
  DOCUMENT_STATES,
  type DocumentState,
  type DocumentStateName,
  levelOf,
  type SecretDocument,
} from './document.ts';
import { DOCUMENT_LIFECYCLE, DOCUMENT_VERBS, type DocumentVerb } from './lifecycle.ts';
import type { Proposal } from './proposal.ts';

const on = calendarDate('2026-06-15');
function counted<Id extends PersonId | DocumentId>(count: number): Id {
  const id = parseId<Id>(`dddddddd-0000-4000-8000-00000000000${count}`);
  invariant(id, 'a counted id is a well-formed UUID');
  return id;
}
const drafterId = counted<PersonId>(1);
const chairId = counted<PersonId>(2);
const clerkId = counted<PersonId>(3);

const actor = (personId: PersonId, part: Partial<DocumentActor> = {}): DocumentActor => ({
  personId,
  status: 'active',
  legalPost: null,
  delegations: [],
  duties: [],
  ...part,
});
const drafter = actor(drafterId, { duties: ['drafter'] });
const chair = actor(chairId, { legalPost: 'city-committee-chair' });
const clerk = actor(clerkId, { duties: ['registry-clerk'] });

const proposal: Proposal = {
  documentType: 'report',
  level: 'mat',
  summary: 'Về công tác nhân sự',
  guideItem: parseGuideItemRef('2500/QĐ-TTg:3.2.b'),
  conditionAttested: true,
  circulation: 'Ủy ban bầu cử thành phố',
  recipients: ['Thường trực Thành ủy'],
  copies: 3,
  copyingAllowed: false,
  shorterPeriod: null,
};

const draft: DocumentState = { state: 'draft', proposal };
const proposed: DocumentState = {
  state: 'proposed',
  proposal,
  proposedTo: chairId,
  proposedOn: on,
};

const document = (state: DocumentState): SecretDocument => ({
  ...state,
  documentId: counted<DocumentId>(9),
  origin: state.state === 'received' ? 'incoming' : 'own',
  drafterId: state.state === 'received' ? null : drafterId,
});
const decide = (state: DocumentState, act: DocumentAct, by: DocumentActor) =>
  decideDocument({ law: vn2026, document: document(state), act, actor: by, on });
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

function determinedState(): DocumentState {
  const outcome = decide(proposed, { verb: 'determine' }, chair);
  invariant(outcome.ok, 'the chair determines what the drafter proposed');
  return outcome.value;
}

const reason = 'vì lý do';
const ACTS: Record<DocumentVerb, { readonly act: DocumentAct; readonly by: DocumentActor }> = {
  revise: { act: { verb: 'revise', proposal }, by: drafter },
  propose: { act: { verb: 'propose', to: chairId }, by: drafter },
  return: { act: { verb: 'return', reason }, by: chair },
  determine: { act: { verb: 'determine' }, by: chair },
  'reject-as-not-secret': { act: { verb: 'reject-as-not-secret', reason }, by: chair },
  issue: { act: { verb: 'issue', number: 5, symbol: 'BC-UBBC', signedBy: chairId }, by: clerk },
  void: { act: { verb: 'void', reason }, by: drafter },
};

const STATES: Record<DocumentStateName, DocumentState> = {
  draft,
  proposed,
  returned: { state: 'returned', proposal, returnedBy: chairId, returnedOn: on, reason },
  determined: determinedState(),
  received: {
    state: 'received',
    opened: false,
    level: 'mat',
    issuingBody: 'Sở A',
    receivedOn: on,
    protectedUntil: on,
  },
  'not-secret': {
    state: 'not-secret',
    decidedBy: chairId,
    authority: {
      by: 'post',
      post: 'city-committee-chair',
      article: { instrument: '117/2025/QH15', article: '11', certainty: '2018-text' },
    },
    decidedOn: on,
    reason,
  },
  embargoed: { state: 'embargoed', documentType: 'report', summary: 'Kết quả', embargoedOn: on },
  void: { state: 'void', level: 'mat', voidedBy: drafterId, voidedOn: on, reason },
};

/** Written down apart from the table, so that a slip in either is seen. */
const EXPECTED: Record<DocumentVerb, Partial<Record<DocumentStateName, DocumentStateName>>> = {
  revise: { draft: 'draft', proposed: 'draft', returned: 'draft' },
  propose: { draft: 'proposed' },
  return: { proposed: 'returned' },
  determine: { proposed: 'determined' },
  'reject-as-not-secret': { proposed: 'not-secret' },
  issue: { determined: 'determined' },
  void: { draft: 'void', returned: 'void' },
};

describe('every state × verb', () => {
  for (const verb of DOCUMENT_VERBS) {
    for (const state of DOCUMENT_STATES) {
      const to = EXPECTED[verb][state];
      test(`${verb} from ${state} ${to ? `leads to ${to}` : 'is refused'}`, () => {
        const outcome = decide(STATES[state], ACTS[verb].act, ACTS[verb].by);
        if (!to) return assert.deepEqual(codes(outcome), ['state-forbids']);
        assert.ok(outcome.ok, codes(outcome).join());
        assert.equal(outcome.value.state, to);
        return assert.equal(DOCUMENT_LIFECYCLE[verb].to, to);
      });
    }
  }
});

test('each verb belongs to one person: the others are refused', () => {
  for (const verb of DOCUMENT_VERBS) {
    const { act, by } = ACTS[verb];
    const [from] = DOCUMENT_LIFECYCLE[verb].from;
    for (const other of [drafter, chair, clerk]) {
      const outcome = decide(STATES[from], act, other);
      assert.equal(outcome.ok, other === by, `${verb} by ${other.personId}`);
    }
    const former = { ...by, status: 'retired' } as const;
    assert.ok(!decide(STATES[from], act, former).ok, `${verb} by a retired person`);
  }
});

test('nobody determines what they proposed, even holding the post', () => {
  const both = actor(drafterId, { legalPost: 'city-committee-chair' });
  const toSelf = { ...proposed, proposedTo: drafterId };
  for (const verb of ['determine', 'return', 'reject-as-not-secret'] as const) {
    assert.deepEqual(codes(decide(toSelf, ACTS[verb].act, both)), ['proposer-decides']);
  }
  const put = decide(draft, { verb: 'propose', to: drafterId }, drafter);
  assert.deepEqual(codes(put), ['proposer-decides']);
});

test('a determination keeps who, by which power, when and until when', () => {
  const state = determinedState();
  assert.ok(state.state === 'determined');
  assert.equal(state.decidedBy, chairId);
  assert.equal(state.decidedOn, on);
  assert.equal(state.protectedUntil, '2036-06-15');
  assert.equal(state.authority.post, 'city-committee-chair');
  assert.equal(state.issue, null);
});

test('a determination by delegation names the delegation', () => {
  const deputy = actor(chairId, {
    legalPost: 'city-committee-deputy-chair',
    delegations: [
      {
        documentNo: '12/UQ-UBND',
        fromPerson: counted<PersonId>(4),
        fromPost: 'city-committee-chair',
        toPerson: chairId,
        power: 'determine',
        upToLevel: 'mat',
        from: on,
        until: on,
        revokedOn: null,
      },
    ],
  });
  const outcome = decide(proposed, { verb: 'determine' }, deputy);
  assert.ok(outcome.ok && outcome.value.state === 'determined');
  assert.equal(outcome.value.authority.by, 'delegation');
});

test('a post below the level determines nothing', () => {
  const head = actor(chairId, { legalPost: 'department-division-head' });
  const higher: Proposal = {
    ...proposal,
    level: 'toi-mat',
    guideItem: parseGuideItemRef('2500/QĐ-TTg:2.2.b'),
  };
  const state = { ...proposed, proposal: higher };
  assert.deepEqual(codes(decide(state, { verb: 'determine' }, head)), ['no-authority']);
});

const withProposal = (part: Partial<Proposal>): Proposal => ({ ...proposal, ...part }) as Proposal;
const bothWays = (changed: Proposal): readonly Outcome<DocumentState>[] => [
  decide({ state: 'draft', proposal: changed }, { verb: 'propose', to: chairId }, drafter),
  decide({ ...proposed, proposal: changed }, { verb: 'determine' }, chair),
];

test('neither proposed nor determined without a fitting guide item', () => {
  const faults = [
    ['guide-item-missing', { guideItem: null }],
    ['guide-item-unknown', { guideItem: parseGuideItemRef('1/QĐ-TTg:1') }],
    ['guide-item-level-mismatch', { guideItem: parseGuideItemRef('2500/QĐ-TTg:2.3') }],
    ['guide-condition-unmet', { conditionAttested: false }],
  ] as const;
  for (const [code, part] of faults) {
    for (const outcome of bothWays(withProposal(part))) assert.deepEqual(codes(outcome), [code]);
  }
});

test('a shorter period is for activities only, and truly shorter', () => {
  const short = (until: string, aboutActivity = true) =>
    bothWays(withProposal({ shorterPeriod: { aboutActivity, until: calendarDate(until) } }));
  for (const outcome of short('2027-01-01')) assert.ok(outcome.ok);
  const [, determined] = short('2027-01-01');
  assert.ok(determined?.ok && determined.value.state === 'determined');
  assert.equal(determined.value.protectedUntil, '2027-01-01');
  for (const outcome of short('2027-01-01', false)) {
    assert.deepEqual(codes(outcome), ['shorter-period-not-activity']);
  }
  for (const outcome of short('2036-06-15')) {
    assert.deepEqual(codes(outcome), ['shorter-period-too-long']);
  }
  for (const outcome of short('2026-06-14')) assert.deepEqual(codes(outcome), ['invalid-input']);
});

test('returning, rejecting and giving up need a reason', () => {
  for (const verb of ['return', 'reject-as-not-secret', 'void'] as const) {
    const [from] = DOCUMENT_LIFECYCLE[verb].from;
    const outcome = decide(STATES[from], { verb, reason: ' ' }, ACTS[verb].by);
    assert.deepEqual(codes(outcome), ['reason-missing']);
  }
});

test('a document is issued once', () => {
  const first = decide(STATES.determined, ACTS.issue.act, clerk);
  assert.ok(first.ok && first.value.state === 'determined');
  assert.equal(first.value.issue?.number, 5);
  assert.deepEqual(codes(decide(first.value, ACTS.issue.act, clerk)), ['already-done']);
});

test('a text stays as secret as it was through every state but those without a secret', () => {
  for (const state of DOCUMENT_STATES) {
    const isSecret = state !== 'not-secret' && state !== 'embargoed';
    assert.equal(levelOf(STATES[state]), isSecret ? 'mat' : null);
  }
});
