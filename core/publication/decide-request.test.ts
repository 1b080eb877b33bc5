import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Instant } from '../common/calendar-date.ts';
import type { PersonId } from '../common/id.ts';
import { invariant } from '../common/invariant.ts';
import type { Outcome } from '../common/refusal.ts';
import type { Duty } from '../person/duty.ts';
import { decideRequest, type RequestAct, type RequestActor } from './decide-request.ts';
import { REQUEST_STATES, type RequestState, type RequestStateName } from './request.ts';
import { REQUEST_LIFECYCLE, REQUEST_VERBS, type RequestVerb } from './request-lifecycle.ts';

const at = '2026-11-02T05:00:00.000Z' as Instant;
const actor = (name: string, ...duties: readonly Duty[]): RequestActor => ({
  personId: name as PersonId,
  status: 'active',
  duties,
});
const press = actor('press', 'press-officer');
const registrar = actor('registrar', 'registrar');
const head = actor('head', 'head');
const submitterId = press.personId;

const text = { version: 1, sha256: 'a'.repeat(64) };
const other = { version: 2, sha256: 'b'.repeat(64) };
const reason = 'vì lý do';
const decision = { decidedBy: registrar.personId, decidedAt: at };
const objection = { ...decision, reason };
const appeal = { appealedAt: at, reason };

const STATES: Record<RequestStateName, RequestState> = {
  submitted: { state: 'submitted', ...text, submittedAt: at },
  cleared: { state: 'cleared', ...text, ...decision, note: '', afterAppeal: false },
  'cleared-amended': { state: 'cleared-amended', ...other, ...decision, note: '', ofVersion: 1 },
  objected: { state: 'objected', ...text, objection },
  appealed: { state: 'appealed', ...text, objection, appeal },
  upheld: { state: 'upheld', ...text, ...decision, objection, appeal, reason },
  withdrawn: { state: 'withdrawn', ...text, withdrawnAt: at },
};

const ACTS: Record<RequestVerb, { readonly act: RequestAct; readonly by: RequestActor }> = {
  revise: { act: { verb: 'revise', text: other }, by: press },
  withdraw: { act: { verb: 'withdraw' }, by: press },
  clear: { act: { verb: 'clear', note: '', touches: 'nothing', unread: false }, by: registrar },
  'clear-amended': {
    act: { verb: 'clear-amended', note: '', text: other, touches: 'nothing' },
    by: registrar,
  },
  object: { act: { verb: 'object', reason }, by: registrar },
  appeal: { act: { verb: 'appeal', reason }, by: press },
  'allow-appeal': {
    act: { verb: 'allow-appeal', note: '', touches: 'nothing', unread: false },
    by: head,
  },
  uphold: { act: { verb: 'uphold', reason }, by: head },
  record: { act: { verb: 'record' }, by: press },
};

/** Written down apart from the table, so that a slip in either is seen. */
const EXPECTED: Record<RequestVerb, Partial<Record<RequestStateName, RequestStateName>>> = {
  revise: { submitted: 'submitted', objected: 'submitted' },
  withdraw: { submitted: 'withdrawn', objected: 'withdrawn', appealed: 'withdrawn' },
  clear: { submitted: 'cleared' },
  'clear-amended': { submitted: 'cleared-amended' },
  object: { submitted: 'objected' },
  appeal: { objected: 'appealed' },
  'allow-appeal': { appealed: 'cleared' },
  uphold: { appealed: 'upheld' },
  record: { cleared: 'cleared', 'cleared-amended': 'cleared-amended' },
};

const decide = (state: RequestState, act: RequestAct, by: RequestActor) =>
  decideRequest({ submitterId, state, act, actor: by, at });
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

function firstFrom(verb: RequestVerb): RequestState {
  const [from] = REQUEST_LIFECYCLE[verb].from;
  invariant(from, 'every verb starts somewhere');
  return STATES[from];
}

describe('every state × verb of a request', () => {
  for (const verb of REQUEST_VERBS) {
    for (const state of REQUEST_STATES) {
      const to = EXPECTED[verb][state];
      test(`${verb} from ${state} ${to ? `leads to ${to}` : 'is refused'}`, () => {
        const outcome = decide(STATES[state], ACTS[verb].act, ACTS[verb].by);
        if (!to) return assert.deepEqual(codes(outcome), ['state-forbids']);
        assert.ok(outcome.ok, codes(outcome).join());
        return assert.equal(outcome.value.state, to);
      });
    }
  }
});

test('nobody decides on what they submitted, whatever their duties', () => {
  const both = actor(submitterId, 'press-officer', 'registrar', 'head');
  for (const verb of ['clear', 'clear-amended', 'object', 'allow-appeal', 'uphold'] as const) {
    assert.ok(codes(decide(firstFrom(verb), ACTS[verb].act, both)).includes('submitter-decides'));
  }
});

test('who objected does not hear the appeal', () => {
  const headToo = actor(registrar.personId, 'registrar', 'head');
  for (const verb of ['allow-appeal', 'uphold'] as const) {
    assert.deepEqual(codes(decide(STATES.appealed, ACTS[verb].act, headToo)), ['objector-reviews']);
  }
});

test('each verb belongs to its people; a person who has left does nothing', () => {
  const officer = actor('officer', 'watch-officer', 'inspector', 'registry-clerk', 'keeper');
  for (const verb of REQUEST_VERBS) {
    const { act, by } = ACTS[verb];
    assert.deepEqual(codes(decide(firstFrom(verb), act, officer)), ['not-your-duty'], verb);
    const former = { ...by, status: 'retired' };
    assert.deepEqual(codes(decide(firstFrom(verb), act, former)), ['not-your-duty'], verb);
  }
});

test('nothing goes out that touches what the decider may not read', () => {
  const touches = 'hidden';
  for (const act of [
    { verb: 'clear', note: reason, touches, unread: false },
    { verb: 'clear-amended', note: reason, text: other, touches },
  ] as const) {
    assert.deepEqual(codes(decide(STATES.submitted, act, registrar)), ['touches-protected']);
  }
  const allow = { verb: 'allow-appeal', note: reason, touches, unread: false } as const;
  assert.deepEqual(codes(decide(STATES.appealed, allow, head)), ['touches-protected']);
});

test('who clears words that a document also has says why', () => {
  const bare = { verb: 'clear', note: ' ', touches: 'seen', unread: false } as const;
  assert.deepEqual(codes(decide(STATES.submitted, bare, registrar)), ['reason-missing']);
  assert.ok(decide(STATES.submitted, { ...bare, note: reason }, registrar).ok);
});

test('who clears a file that could not be read whole says why', () => {
  for (const verb of ['clear', 'allow-appeal'] as const) {
    const bare = { verb, note: ' ', touches: 'nothing', unread: true } as const;
    const [state, by] = [firstFrom(verb), ACTS[verb].by];
    assert.deepEqual(codes(decide(state, bare, by)), ['reason-missing'], verb);
    assert.ok(decide(state, { ...bare, note: reason }, by).ok, verb);
  }
});

test('objecting, appealing and upholding need a reason', () => {
  for (const verb of ['object', 'appeal', 'uphold'] as const) {
    const act = { verb, reason: ' ' } as const;
    assert.deepEqual(codes(decide(firstFrom(verb), act, ACTS[verb].by)), ['reason-missing']);
  }
});

test('an amended or revised text differs from the one before', () => {
  const amended = { verb: 'clear-amended', note: '', text, touches: 'nothing' } as const;
  assert.deepEqual(codes(decide(STATES.submitted, amended, registrar)), ['text-unchanged']);
  const revised = { verb: 'revise', text } as const;
  assert.deepEqual(codes(decide(STATES.objected, revised, press)), ['text-unchanged']);
});

test('an amended clearance names the amended words and the version it came from', () => {
  const outcome = decide(STATES.submitted, ACTS['clear-amended'].act, registrar);
  assert.ok(outcome.ok && outcome.value.state === 'cleared-amended');
  const { version, sha256, ofVersion } = outcome.value;
  assert.deepEqual({ version, sha256, ofVersion }, { ...other, ofVersion: 1 });
});
